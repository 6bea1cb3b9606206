import type { Passport } from '@rasad/contracts/figures'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { valueNames } from '../../shared/figure-queries.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { FigureValue } from '../../shared/ui/figure-value.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { SidePanel } from '../../shared/ui/side-panel.tsx'
import { passportQuery, POSTINGS } from './figures-query.ts'
import { cellWords, type FiguresQuestion, type PassportTruth } from './figures-search.ts'
import { PassportCells } from './passport-cells.tsx'
import { PassportCommitment } from './passport-commitment.tsx'
import { PassportJobs } from './passport-jobs.tsx'
import { PassportPostings } from './passport-postings.tsx'
import { PASSPORT_TEXT } from './passport-text.ts'

type Names = Parameters<typeof valueNames>[1]
type PassportPanelProps = {
  question: FiguresQuestion
  truth: PassportTruth
  names: Names
  onClose: () => void
}

/** Where the figure that somebody pressed comes from; it lies open under an address of its own. */
export function PassportPanel({ question, truth, names, onClose }: PassportPanelProps) {
  const text = useText(PASSPORT_TEXT)
  return (
    <SidePanel title={text.title} onClose={onClose}>
      <OpenPassport key={`${truth} ${question.of}`} truth={truth} question={question} names={names} />
    </SidePanel>
  )
}

type OpenPassportProps = { truth: PassportTruth; question: FiguresQuestion; names: Names }

function OpenPassport({ truth, question, names }: OpenPassportProps) {
  const [limit, setLimit] = useState<number>(POSTINGS.first)
  const { data, error } = useQuery({
    ...passportQuery(question, truth, limit),
    placeholderData: keepPreviousData,
  })
  if (error !== null) return <ProblemAlert error={error} />
  if (data === undefined) return null
  const hasMore = data.postings.length < data.postingCount && limit < POSTINGS.most
  return (
    <PassportSheet
      question={question}
      passport={data}
      names={names}
      onMore={hasMore ? () => setLimit(Math.min(POSTINGS.most, limit * 4)) : undefined}
    />
  )
}

type PassportSheetProps = {
  question: FiguresQuestion
  passport: Passport
  names: Names
  onMore: (() => void) | undefined
}

function PassportSheet({ question, passport, names, onMore }: PassportSheetProps) {
  const text = useText(PASSPORT_TEXT)
  const parts = useText(PART_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const nameOf = valueNames(language, names)
  const places = Object.entries(cellWords(question)).map(([dimension, values]) =>
    values
      .split(dimension === 'month' ? '..' : ',')
      .map((value) => (isNamed(dimension) ? nameOf(dimension, value) : value))
      .join(language === 'fa' ? '، ' : ', '),
  )
  const { truth, value, asOf, batch, postingCount } = passport
  const tone = truth === 'committed' || truth === 'registered' || truth === 'verified' ? truth : undefined
  return (
    <div className="passport">
      <FigureValue
        truth={parts[truth]}
        value={value}
        asOf={asOf}
        {...(tone && { tone })}
        about={
          <>
            <span className="passport-place">
              {places.length === 0 ? text.wholeQuestion : places.join(' · ')}
            </span>
            {`${text.is} ${count(postingCount)} ${text.postings}. ${text.exactMatch}`}
            {batch !== null && ` (${text.batch} ${count(batch)})`}
          </>
        }
      />
      <PassportJobs question={question} passport={passport} />
      {passport.commitment !== null && <PassportCommitment commitment={passport.commitment} />}
      {passport.cells.length > 1 && <PassportCells passport={passport} nameOf={nameOf} />}
      {postingCount === 0 ? <p>{text.nothing}</p> : <PassportPostings passport={passport} nameOf={nameOf} />}
      {onMore !== undefined && <Button onClick={onMore}>{text.more}</Button>}
    </div>
  )
}

type Named = Parameters<ReturnType<typeof valueNames>>[0]

function isNamed(dimension: string): dimension is Named {
  return dimension !== ''
}
