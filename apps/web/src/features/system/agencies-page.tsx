import { SECTORS } from '@rasad/domain/organisations/sectors'
import { foldText } from '@rasad/domain/persian/text'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { NO_FIGURE, useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, inOrder } from '../../shared/places.ts'
import { Code } from '../../shared/ui/code.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { LISTS_TEXT, SECTOR_TEXT } from './lists-text.ts'

type Agency = { shortFa: string; nameFa: string; nameEn: string }

/** The agencies of the reference list. */
export function AgenciesPage() {
  const text = useText(LISTS_TEXT)
  const sectors = useText(SECTOR_TEXT)
  const { count } = useFormat()
  const language = useLanguage()
  const [words, setWords] = useState('')
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const sought = foldText(words)
  const found = inOrder(language, agencies).filter(({ code, nameFa, nameEn, shortFa }) =>
    foldText(`${code} ${nameFa} ${shortFa} ${nameEn}`).includes(sought),
  )
  const sectorOf = (code: string | null) => {
    const known = SECTORS.find((sector) => sector === code)
    return known === undefined ? NO_FIGURE : sectors[known]
  }
  const short = { key: 'short', label: text.shortName, isHead: true, cell: ({ shortFa }: Agency) => shortFa }
  const full = {
    key: 'name',
    label: text.fullName,
    cell: ({ nameFa }: Agency) => <bdi lang="fa">{nameFa}</bdi>,
  }
  const english = {
    key: 'english',
    label: text.englishName,
    isHead: language === 'en',
    cell: ({ nameEn }: Agency) => (
      <bdi lang="en" dir="ltr">
        {nameEn}
      </bdi>
    ),
  }
  return (
    <>
      <PageHead
        title={text.agencies}
        about={text.agenciesAbout}
        actions={
          <Input.Search
            className="filter"
            aria-label={text.search}
            placeholder={text.search}
            allowClear
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        }
      />
      {found.length === 0 ? (
        <EmptyState title={text.noAgency} about={text.noAgencyWhy} />
      ) : (
        <ListTable
          caption={`${text.agencies}: ${count(found.length)}`}
          label={text.agencies}
          rows={found}
          keyOf={({ code }) => code}
          columns={[
            { key: 'code', label: text.code, cell: ({ code }) => <Code>{code}</Code> },
            ...(language === 'fa' ? [short, full, english] : [english, full]),
            { key: 'sector', label: text.sector, cell: ({ sector }) => sectorOf(sector) },
          ]}
        />
      )}
    </>
  )
}
