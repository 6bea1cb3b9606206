import { getErrorWorkbook, type Import } from '@rasad/contracts/imports'
import { getImportedFile } from '@rasad/contracts/papers'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { nameOfActor } from '../../shared/actor-name.ts'
import { addressFor } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { lastList } from '../../shared/last-list.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { IMPORT_TEXT } from './import-text.ts'
import { importQuery } from './imports-query.ts'
import { useSenderName } from './sender-name.ts'
import { ImportReport } from './import-report.tsx'
import { UndoImport } from './undo-import.tsx'
import './imports.css'

/** One import: what entered and why the rest did not, from which file, and taking it back. */
export function ImportPage() {
  const text = useText(IMPORT_TEXT)
  const { digits } = useFormat()
  const { province, importId } = useParams({ from: '/imports/$province/$importId' })
  const { data: found } = useSuspenseQuery(importQuery(province, importId))
  const search = useSearch({ from: '/imports/$province/$importId' })
  const navigate = useNavigate({ from: '/imports/$province/$importId' })
  return (
    <>
      <PageHead
        title={`${text.title} ${digits(importId)}`}
        about={<Code>{found.file}</Code>}
        actions={
          <>
            <PageLink route="/imports" address={lastList('/imports', province)}>
              {text.past}
            </PageLink>
            <ErrorWorkbook address={addressFor(getErrorWorkbook, { params: { province, importId } })} />
            <Button href={addressFor(getImportedFile, { params: { province, importId } })} download>
              {text.sentFile}
            </Button>
            <UndoImport found={found} />
          </>
        }
      />
      <div className="imports">
        {found.undone !== null && <Undone undone={found.undone} />}
        <Facts found={found} />
        <ImportReport
          found={found}
          search={search}
          ask={(part) => void navigate({ search: (before) => ({ ...before, ...part }), resetScroll: false })}
        />
      </div>
    </>
  )
}

/** The rows to mend, with their people: it goes to those who may send them again. */
function ErrorWorkbook({ address }: { address: string }) {
  const text = useText(IMPORT_TEXT)
  if (!useMe().may('import.run'))
    return <ForbiddenButton reason={text.errorsDenied}>{text.errors}</ForbiddenButton>
  return (
    <Button href={address} download>
      {text.errors}
    </Button>
  )
}

function Facts({ found }: { found: Import }) {
  const text = useText(IMPORT_TEXT)
  const { moment, digits } = useFormat()
  const senderName = useSenderName()
  return (
    <dl className="card import-facts">
      <div>
        <dt>{text.agency}</dt>
        <dd>{senderName(found.agency)}</dd>
      </div>
      <div>
        <dt>{text.period}</dt>
        <dd>{digits(found.period)}</dd>
      </div>
      <div>
        <dt>{text.at}</dt>
        <dd>
          <time dateTime={found.importedAt}>{moment(found.importedAt)}</time>
        </dd>
      </div>
      <div>
        <dt>{text.by}</dt>
        <dd>
          <bdi>{nameOfActor(found.importedBy)}</bdi>
        </dd>
      </div>
      <div>
        <dt>{text.fingerprint}</dt>
        <dd className="fingerprint" title={found.sha256}>
          <Code>{found.sha256}</Code>
        </dd>
      </div>
    </dl>
  )
}

function Undone({ undone }: { undone: NonNullable<Import['undone']> }) {
  const text = useText(IMPORT_TEXT)
  const { moment } = useFormat()
  return (
    <Alert
      type="warning"
      showIcon
      title={text.undone}
      description={
        <>
          <bdi>{nameOfActor(undone.by)}</bdi>
          {' · '}
          <time dateTime={undone.at}>{moment(undone.at)}</time>
          {` · ${text.reason}: `}
          <bdi>{undone.reason}</bdi>
        </>
      }
    />
  )
}
