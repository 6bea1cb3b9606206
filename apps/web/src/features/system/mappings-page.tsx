import { SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { NO_FIGURE, useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import { agenciesQuery, namesByCode } from '../../shared/places.ts'
import { Code } from '../../shared/ui/code.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { SidePanel } from '../../shared/ui/side-panel.tsx'
import { MappingSheet } from './mapping-sheet.tsx'
import { MAPPINGS_TEXT } from './mappings-text.ts'
import { mappingsQuery } from './system-query.ts'
import './system.css'

/** The saved column names of all agencies of the province in the address. */
export function MappingsPage() {
  const text = useText(MAPPINGS_TEXT)
  const { province } = useSearch({ from: '/administration/mappings' })
  return (
    <>
      <PageHead title={text.title} about={text.about} />
      {province === undefined ? <EmptyState title={text.chooseProvince} /> : <Mappings province={province} />}
    </>
  )
}

function Mappings({ province }: { province: string }) {
  const text = useText(MAPPINGS_TEXT)
  const language = useLanguage()
  const { moment, count } = useFormat()
  const navigate = useNavigate({ from: '/administration/mappings' })
  const { agency } = useSearch({ from: '/administration/mappings' })
  const { mappings } = useSuspenseQuery(mappingsQuery(province)).data
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const agencyName = namesByCode(language, agencies)
  const nameOf = (code: string) => (code === SEVERAL_AGENCIES ? text.several : agencyName(code))
  const chosen = mappings.find((one) => one.agency === agency)
  const close = () => void navigate({ search: (before) => ({ ...before, agency: undefined }) })
  if (mappings.length === 0) return <EmptyState title={text.empty} about={text.emptyWhy} />
  return (
    <>
      <ListTable
        caption={`${text.title}: ${count(mappings.length)}`}
        label={text.title}
        rows={inOrderOfNames(language, mappings, (one) => nameOf(one.agency))}
        keyOf={(one) => one.agency}
        columns={[
          {
            key: 'agency',
            label: text.agency,
            isHead: true,
            cell: (one) => (
              <Link
                from="/administration/mappings"
                to="/administration/mappings"
                search={(before) => ({ ...before, agency: one.agency })}
              >
                {nameOf(one.agency)}
              </Link>
            ),
          },
          { key: 'name', label: text.name, cell: ({ title }) => title ?? NO_FIGURE },
          { key: 'headers', label: text.headers, isNumber: true, cell: ({ headers }) => count(headers) },
          { key: 'savedBy', label: text.savedBy, cell: ({ savedBy }) => <Code>{savedBy}</Code> },
          { key: 'savedAt', label: text.savedAt, cell: ({ savedAt }) => moment(savedAt) },
          {
            key: 'lastUsedAt',
            label: text.lastUsed,
            cell: ({ lastUsedAt }) =>
              lastUsedAt === null ? <span className="quiet">{text.never}</span> : moment(lastUsedAt),
          },
        ]}
      />
      {chosen && (
        <SidePanel title={nameOf(chosen.agency)} size="narrow" onClose={close}>
          <MappingSheet key={chosen.agency} mapping={chosen} onClose={close} />
        </SidePanel>
      )}
    </>
  )
}
