import { getImportTemplate } from '@rasad/contracts/papers'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { addressFor } from '../../shared/api.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, nameOf } from '../../shared/places.ts'
import { useMe } from '../../shared/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FileDropZone } from '../../shared/ui/file-drop-zone.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { useColumnWords } from './column-words.ts'
import { FollowedRun } from './followed-run.tsx'
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
  const asked = search.agency ?? me.agency?.code ?? localStorage.getItem(REMEMBERED)
  const agency = agencies.find(({ code }) => code === asked)?.code
  const navigate = useNavigate({ from: '/imports/new' })
  const [waiting, setWaiting] = useState<File>()
  const words = useColumnWords(province, agency ?? '')
  const sending = useSendingList({ province, period })
  const check = (file: File, sender: string) => {
    setWaiting(undefined)
    sending.mutate({ file, agency: sender, dryRun: true, mapping: sender === agency ? words.said : {} })
  }
  const chooseAgency = (chosen: string) => {
    localStorage.setItem(REMEMBERED, chosen)
    void navigate({ search: (before) => ({ ...before, agency: chosen, run: undefined }) })
    if (waiting !== undefined) check(waiting, chosen)
  }
  return (
    <div className="imports">
      <div className="list-choice card no-print" data-begun={run !== undefined}>
        <div className="labelled">
          <label htmlFor="import-agency">{text.agency}</label>
          <Select
            id="import-agency"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={text.chooseAgency}
            status={waiting === undefined ? '' : 'warning'}
            value={agency ?? null}
            options={agencies.map((one) => ({ value: one.code, label: nameOf(language, one) }))}
            onChange={(chosen) => chosen !== null && chooseAgency(chosen)}
          />
          {agency !== undefined && (
            <a
              href={addressFor(getImportTemplate, { query: { province, period, agency, language } })}
              download
            >
              {text.template}
            </a>
          )}
          <p role="status">
            {waiting !== undefined && (
              <>
                <bdi>{waiting.name}</bdi>
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
      <SendingState
        sending={sending}
        again={
          <Button onClick={() => sending.variables && sending.mutate(sending.variables)}>
            {text.sendAgain}
          </Button>
        }
      />
      {run !== undefined && !sending.isPending && (
        <FollowedRun key={run} runId={run} place={{ province, period }} words={words} sending={sending} />
      )}
    </div>
  )
}
