import type { Import } from '@rasad/contracts/imports'
import { getImportedFile } from '@rasad/contracts/papers'
import { VERDICTS } from '@rasad/domain/imports/verdict'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { Link } from '@tanstack/react-router'
import { nameOfActor } from '../../shared/actor-name.ts'
import { addressFor } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { IMPORTS_TEXT } from './imports-text.ts'
import { useSenderName } from './sender-name.ts'

/** Imports that stand in the register; one that was taken back stays, and says so. */
export function PastImports({ imports }: { imports: readonly Import[] }) {
  const text = useText(IMPORTS_TEXT)
  const verdicts = useText(VERDICT_TEXT)
  const { moment, digits } = useFormat()
  const senderName = useSenderName()
  return (
    <ListTable
      label={text.table}
      caption={text.table}
      rows={imports}
      keyOf={({ importId }) => String(importId)}
      columns={[
        {
          key: 'number',
          label: text.number,
          isHead: true,
          cell: ({ province, importId, file }) => (
            <Link
              to="/imports/$province/$importId"
              params={{ province, importId: String(importId) }}
              aria-label={`${text.number} ${importId}: ${file}`}
            >
              {digits(String(importId))}
            </Link>
          ),
        },
        {
          key: 'file',
          label: text.file,
          cell: ({ province, importId, file }) => (
            <a
              className="file-name"
              href={addressFor(getImportedFile, { params: { province, importId: String(importId) } })}
              download
              title={text.sentFile}
            >
              <Code>{file}</Code>
            </a>
          ),
        },
        { key: 'agency', label: text.agency, cell: ({ agency }) => senderName(agency) },
        { key: 'rows', label: text.rows, isNumber: true, cell: ({ rows }) => <Count value={rows} /> },
        ...VERDICTS.map((verdict) => ({
          key: verdict,
          label: verdicts[verdict],
          isNumber: true,
          cell: (one: Import) => <Count value={one[verdict]} />,
        })),
        {
          key: 'at',
          label: text.at,
          cell: ({ importedAt }) => <time dateTime={importedAt}>{moment(importedAt)}</time>,
        },
        { key: 'by', label: text.by, cell: ({ importedBy }) => <bdi>{nameOfActor(importedBy)}</bdi> },
        {
          key: 'state',
          label: text.state,
          cell: ({ undone }) => (
            <span className="import-state" data-undone={undone !== null}>
              {undone === null ? text.entered : text.undone}
            </span>
          ),
        },
      ]}
    />
  )
}
