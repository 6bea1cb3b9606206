import type { ImportOfAgency } from '@rasad/contracts/imports'
import { useText } from '../../shared/language.ts'
import { REPORT_TEXT } from './report-text.ts'
import { useSenderName } from './sender-name.ts'
import { VerdictTable } from './verdict-table.tsx'

/** How the rows of each agency were judged, in a list of several. */
export function AgencyVerdicts({ agencies }: { agencies: readonly ImportOfAgency[] }) {
  const text = useText(REPORT_TEXT)
  const nameOf = useSenderName()
  return (
    <VerdictTable
      label={text.byAgency}
      head={text.agency}
      lines={agencies.map(({ agency, ...counts }) => ({
        ...counts,
        code: agency,
        name: agency === null ? text.noAgency : nameOf(agency),
      }))}
    />
  )
}
