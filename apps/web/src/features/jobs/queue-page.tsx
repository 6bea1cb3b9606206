import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { jobStateText } from '@rasad/domain/jobs/job-state-text'
import { useLanguage, useText } from '../../shared/language.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { UI_TEXT } from '../../shared/ui/ui-text.ts'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import { QUEUES, type Queue, type QueueSearch } from './queue-query.ts'
import { QUEUE_NAMES, QUEUE_TEXT } from './queue-text.ts'
import { QueueWork } from './queue-work.tsx'
import { useNames } from './use-names.ts'
import './jobs.css'
import './queue.css'

const HELP_KEY = '?'

/** Jobs that wait for their agency to stand by them. */
export function ConfirmationPage() {
  return <QueuePage queue="confirmation" search={useSearch({ from: '/queues/confirmation' })} />
}

/** Jobs that wait to be found real or not. */
export function VerificationPage() {
  return <QueuePage queue="verification" search={useSearch({ from: '/queues/verification' })} />
}

type QueueQuestion = QueueSearch & { province?: string | undefined; period?: string | undefined }

/** A queue to be worked through with the keyboard: what waits beside the one record at hand. */
function QueuePage({ queue, search }: { queue: Queue; search: QueueQuestion }) {
  const { province, period, county, agency, state } = search
  const jobs = useText(JOBS_TEXT)
  const names = useText(QUEUE_NAMES)
  const [isHelped, setIsHelped] = useState(false)
  const { title, about } = names[queue]
  if (province === undefined || period === undefined)
    return (
      <>
        <PageHead title={title} about={about} />
        <EmptyState title={jobs.noPeriod} about={jobs.noPeriodWhy} />
      </>
    )
  return (
    <>
      <PageHead
        title={title}
        about={about}
        actions={
          <>
            <Narrowing queue={queue} province={province} search={search} />
            <ShortcutsButton onOpen={() => setIsHelped(true)} />
          </>
        }
      />
      <QueueWork
        key={[queue, province, period, county, agency, state].join('/')}
        queue={queue}
        place={{ province, period }}
        search={{ county, agency, state }}
        onHelp={() => setIsHelped(true)}
      />
      {isHelped && <Shortcuts queue={queue} onClose={() => setIsHelped(false)} />}
    </>
  )
}

function ShortcutsButton({ onOpen }: { onOpen: () => void }) {
  const text = useText(QUEUE_TEXT)
  return (
    <Button onClick={onOpen}>
      {text.shortcuts} <kbd>{HELP_KEY}</kbd>
    </Button>
  )
}

type NarrowingProps = { queue: Queue; province: string; search: QueueSearch }

function Narrowing({ queue, province, search }: NarrowingProps) {
  const text = useText(QUEUE_TEXT)
  const language = useLanguage()
  const names = useNames(province)
  const navigate = useNavigate()
  const { states } = QUEUES[queue]
  const stateOptions = states.map((state) => ({ value: state, label: jobStateText(language, state) }))
  const fields = [
    ...(states.length > 1 ? [{ name: 'state' as const, all: text.chooseState, options: stateOptions }] : []),
    { name: 'county', all: text.chooseCounty, options: names.countyOptions },
    { name: 'agency', all: text.chooseAgency, options: names.agencyOptions },
  ] as const
  // One choice alone is none.
  const chosenFrom = fields.filter(({ name, options }) => options.length > 1 || search[name] !== undefined)
  return chosenFrom.map(({ name, all, options }) => (
    <Select
      key={name}
      className="queue-narrowing"
      aria-label={text[name]}
      allowClear
      showSearch={FOUND_BY_LABEL}
      placeholder={all}
      value={search[name] ?? null}
      options={options}
      onChange={(chosen: string | null | undefined) =>
        void navigate({ to: '.', search: (before) => ({ ...before, [name]: chosen ?? undefined }) })
      }
    />
  ))
}

function Shortcuts({ queue, onClose }: { queue: Queue; onClose: () => void }) {
  const text = useText(QUEUE_TEXT)
  const steps = useText(STEP_TEXT)
  const ui = useText(UI_TEXT)
  const keys: [string[], string][] = [
    [['J', '↓'], text.next],
    [['K', '↑'], text.previous],
    ...Object.entries(QUEUES[queue].steps).map(([key, step]): [string[], string] => [
      [letterOf(key)],
      steps[step],
    ]),
    [['Z'], text.takeBack],
    [['O', 'Enter'], text.open],
    [[HELP_KEY], text.help],
  ]
  return (
    <Dialog
      title={text.shortcuts}
      size="narrow"
      onClose={onClose}
      acts={<Button onClick={onClose}>{ui.close}</Button>}
    >
      <p className="quiet">{text.shortcutsAbout}</p>
      <dl className="shortcuts">
        {keys.map(([all, meaning]) => (
          <div key={meaning}>
            <dt dir="ltr">
              {all.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function letterOf(code: string): string {
  return code.replace('Key', '')
}
