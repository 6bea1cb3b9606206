import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, nameOf, namesByCode } from '../../shared/places.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { LISTS_TEXT } from './lists-text.ts'
import { mappingQuery } from './system-query.ts'

/** The saved column names of one agency's lists. */
export function MappingsPage() {
  const text = useText(LISTS_TEXT)
  const language = useLanguage()
  const navigate = useNavigate({ from: '/administration/mappings' })
  const { province, agency } = useSearch({ from: '/administration/mappings' })
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  return (
    <>
      <PageHead
        title={text.mappings}
        about={text.mappingsAbout}
        actions={
          <Select
            aria-label={text.agency}
            className="filter"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={text.agency}
            value={agency ?? null}
            options={agencies.map((one) => ({ value: one.code, label: nameOf(language, one) }))}
            onChange={(chosen) =>
              void navigate({ search: (before) => ({ ...before, agency: chosen ?? undefined }) })
            }
          />
        }
      />
      {province === undefined || agency === undefined ? (
        <EmptyState title={text.chooseAgency} about={text.chooseAgencyWhy} />
      ) : (
        <Mapping province={province} agency={agency} name={namesByCode(language, agencies)(agency)} />
      )}
    </>
  )
}

function Mapping({ province, agency, name }: { province: string; agency: string; name: string }) {
  const text = useText(LISTS_TEXT)
  const columnNames = useText(COLUMN_TEXT)
  const { columns } = useSuspenseQuery(mappingQuery(province, agency)).data
  const rows = Object.entries(columns)
  if (rows.length === 0) return <EmptyState title={text.noMapping} about={text.noMappingWhy} />
  return (
    <ListTable
      caption={name}
      label={text.mappings}
      rows={rows}
      keyOf={([header]) => header}
      columns={[
        { key: 'header', label: text.header, isHead: true, cell: ([header]) => <bdi>{header}</bdi> },
        {
          key: 'column',
          label: text.column,
          cell: ([, column]) =>
            column === 'ignore' ? <span className="quiet">{text.ignored}</span> : columnNames[column],
        },
      ]}
    />
  )
}
