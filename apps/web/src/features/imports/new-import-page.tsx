import { SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import { getImportTemplate } from '@rasad/contracts/papers'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { addressFor } from '../../shared/api.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, inOrder, nameOf } from '../../shared/places.ts'
import { useMe, type Session } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FileDropZone } from '../../shared/ui/file-drop-zone.tsx'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { useColumnWords } from './column-words.ts'
import { FollowedRun } from './followed-run.tsx'
import { runQuery } from './imports-query.ts'
import { IMPORTS_TEXT } from './imports-text.ts'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'
import { useSendingList } from './sending-list.ts'
import { SendingState } from './sending-state.tsx'
import './imports.css'

const REMEMBERED = 'rasad.import-agency'
const ACCEPTED = '.xlsx,.xls,.xlsb,.xlsm,.ods,.csv,.txt,.htm,.html,.xml'

/** A list is brought, checked, mended and entered. */
export function NewImportPage() {
  const text = useText(NEW_IMPORT_TEXT)
  const listText = useText(IMPORTS_TEXT)
  const { province, period } = useSearch({ from: '/imports/new' })
  const isAllowed = useMe().may('import.run')
  return (
    <>
      <PageHead title={text.title} about={text.about} actions={<Link to="/imports">{text.past}</Link>} />
      {province === undefined || period === undefined ? (
        <EmptyState title={listText.noPeriod} about={listText.noPeriodWhy} />
      ) : isAllowed ? (
        <NewImport key={`${province}/${period}`} province={province} period={period} />
      ) : (
        <EmptyState title={text.enterDenied} action={<Link to="/imports">{text.past}</Link>} />
      )}
    </>
  )
}

function NewImport({ province, period }: { province: string; period: string }) {
  const text = useText(NEW_IMPORT_TEXT)
  const language = useLanguage()
  const me = useMe()
  const mine = me.scope.agency?.code
  const agencies = useSuspenseQuery(agenciesQuery).data.agencies.filter(
    ({ code }) => mine === undefined || code === mine,
  )
  const search = useSearch({ from: '/imports/new' })
  const { run } = search
  const { data: followed } = useQuery({ ...runQuery(run ?? ''), enabled: run !== undefined })
  const asked =
    search.agency ??
    (followed && (followed.agency ?? SEVERAL_AGENCIES)) ??
    me.agency?.code ??
    localStorage.getItem(REMEMBERED)
  const senders = [
    ...(seesProvince(me) ? [{ value: SEVERAL_AGENCIES, label: text.asRowsSay }] : []),
    ...inOrder(language, agencies).map((one) => ({ value: one.code, label: nameOf(language, one) })),
  ]
  const agency = senders.find(({ value }) => value === asked)?.value
  const ofOne = agency !== undefined && agency !== SEVERAL_AGENCIES && { agency }
  const navigate = useNavigate({ from: '/imports/new' })
  const [waiting, setWaiting] = useState<File>()
  const words = useColumnWords(province, agency ?? '')
  const sending = useSendingList({ province, period })
  const check = (file: File, sender: string) => {
    setWaiting(undefined)
    const mapping = sender === agency ? words.said : {}
    sending.send({ file, agency: sender === SEVERAL_AGENCIES ? null : sender, dryRun: true, mapping })
  }
  const chooseAgency = (chosen: string) => {
    localStorage.setItem(REMEMBERED, chosen)
    // A checked list stays, to be checked again for another sender without being sent again.
    const kept = followed?.dryRun === true && followed.endedAt !== null && waiting === undefined
    if (kept) words.moveTo(chosen)
    void navigate({
      search: (before) => ({ ...before, agency: chosen, run: kept ? before.run : undefined }),
    })
    if (waiting !== undefined) check(waiting, chosen)
  }
  return (
    <div className="imports">
      <div className="list-choice card no-print" data-begun={run !== undefined}>
        <div className="labelled">
          <label htmlFor="import-agency">{text.agency}</label>
          <Select
            id="import-agency"
            showSearch={FOUND_BY_LABEL}
            placeholder={text.chooseAgency}
            status={waiting === undefined ? '' : 'warning'}
            value={agency ?? null}
            options={senders}
            onChange={(chosen) => chosen !== null && chooseAgency(chosen)}
          />
          {agency !== undefined && (
            <a
              href={addressFor(getImportTemplate, { query: { province, period, language, ...ofOne } })}
              download
            >
              {agency === SEVERAL_AGENCIES ? text.templateOfSeveral : text.template}
            </a>
          )}
          {agency === SEVERAL_AGENCIES && run === undefined && <p className="hint">{text.asRowsSayWhy}</p>}
          <p role="status">
            {waiting !== undefined && (
              <>
                <Code>{waiting.name}</Code>
                {` — ${text.agencyFirst}`}
              </>
            )}
          </p>
        </div>
        <FileDropZone
          label={run === undefined ? text.drop : text.dropAnother}
          about={text.accepts}
          accept={ACCEPTED}
          onFile={(file) => (agency === undefined ? setWaiting(file) : check(file, agency))}
        />
      </div>
      <SendingState sending={sending} />
      {run !== undefined && !sending.isPending && (
        <FollowedRun key={run} runId={run} place={{ province, period }} words={words} sender={agency} />
      )}
    </div>
  )
}

/** Whether somebody speaks for every agency of their province: only they send a list whose rows name their agencies. */
function seesProvince({ scope: { level } }: Session): boolean {
  return level === 'national' || level === 'province'
}
