import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { lazy, Suspense } from 'react'
import { useLanguage, useText } from '../../shared/language.ts'
import {
  activityLinesQuery,
  agenciesQuery,
  countiesQuery,
  inOrder,
  periodsQuery,
} from '../../shared/places.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { ColumnChoice } from './column-choice.tsx'
import { chosenColumns, rememberColumns, type Column } from './columns.ts'
import { CutChoice } from './cut-choice.tsx'
import { Downloads } from './downloads.tsx'
import { FigureChange } from './figure-change.tsx'
import { FigureLinks } from './figure-link.tsx'
import { FiguresFilters } from './figures-filters.tsx'
import { concernsLines, rowsQuery } from './figures-query.ts'
import { readFiguresSearch, type FiguresQuestion, type FiguresSearch } from './figures-search.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import { MatrixBreakdown } from './matrix-breakdown.tsx'
import { PlainBreakdown } from './plain-breakdown.tsx'
import { ShareLink } from './share-link.tsx'
import { ThreeTruths } from './three-truths.tsx'
import { TimeLine } from './time-line.tsx'
import './figures.css'

const PassportPanel = lazy(async () => ({ default: (await import('./passport-panel.tsx')).PassportPanel }))

/** The breakdown of a province's figures by any dimension, at any moment, down to the passport of each figure. */
export function FiguresPage() {
  const text = useText(FIGURES_TEXT)
  const { province, period, ...search } = useSearch({ from: '/figures' })
  const navigate = useNavigate({ from: '/figures' })
  const columns = chosenColumns(search.columns)
  const choose = (chosen: readonly Column[]) => {
    rememberColumns(chosen)
    void navigate({
      search: (before) => ({ ...before, columns: chosen.join(',') || undefined }),
      replace: true,
      resetScroll: false,
    })
  }
  return (
    <>
      <PageHead
        title={text.title}
        about={text.about}
        actions={
          <>
            <ColumnChoice columns={columns} onChoose={choose} />
            <ShareLink columns={columns} />
            {province !== undefined && period !== undefined && (
              <Downloads question={{ ...search, province, period }} columns={columns} />
            )}
          </>
        }
      />
      {search.notACut !== undefined && (
        <Alert
          type="warning"
          showIcon
          className="unknown-cut"
          title={
            <>
              <q>
                <bdi>{search.notACut}</bdi>
              </q>{' '}
              {text.ratherThan}
            </>
          }
        />
      )}
      {province === undefined || period === undefined ? (
        <EmptyState title={text.noPeriod} about={text.noPeriodWhy} />
      ) : (
        <Breakdown question={{ ...search, province, period }} columns={columns} />
      )}
    </>
  )
}

function Breakdown({ question, columns }: { question: FiguresQuestion; columns: readonly Column[] }) {
  const text = useText(FIGURES_TEXT)
  const navigate = useNavigate({ from: '/figures' })
  const { data: figures } = useSuspenseQuery(rowsQuery(question))
  const language = useLanguage()
  const counties = inOrder(language, useSuspenseQuery(countiesQuery(question.province)).data.counties)
  const agencies = inOrder(language, useSuspenseQuery(agenciesQuery).data.agencies)
  const { periods } = useSuspenseQuery(periodsQuery(question.province)).data
  const period = periods.find((one) => one.period === question.period)
  const ask = (part: FiguresSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), resetScroll: false })
  const open = (address: string) => {
    const { truth, of, part } = readFiguresSearch(
      Object.fromEntries(new URL(address, location.href).searchParams),
    )
    ask({ truth, of, part })
  }
  const { data: known } = useQuery({ ...activityLinesQuery, enabled: concernsLines(question) })
  const names = { counties, agencies, lines: known?.activities ?? [] }
  return (
    <div className="figures">
      <div className="questions">
        <CutChoice question={question} />
        <FiguresFilters question={question} names={names} onAsk={ask} />
      </div>
      {period !== undefined && (
        <TimeLine question={question} period={period} asOf={figures.asOf} onAsk={ask} />
      )}
      <FigureLinks onOpen={open}>
        <ThreeTruths figures={figures} question={question} />
        {figures.rows.length === 0 ? (
          <EmptyState title={text.empty} about={text.emptyWhy} />
        ) : question.by === 'matrix' ? (
          <MatrixBreakdown question={question} names={names} />
        ) : (
          <PlainBreakdown
            question={question}
            names={names}
            periods={periods}
            columns={columns}
            onSort={(sort) => ask({ sort })}
          />
        )}
      </FigureLinks>
      {question.asOf !== undefined && <FigureChange question={question} asOf={question.asOf} onAsk={ask} />}
      {question.truth !== undefined && (
        <Suspense fallback={null}>
          <PassportPanel
            question={question}
            truth={question.truth}
            names={names}
            onClose={() => ask({ truth: undefined, of: undefined, part: undefined })}
          />
        </Suspense>
      )}
    </div>
  )
}
