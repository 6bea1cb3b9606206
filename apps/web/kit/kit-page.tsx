import type { JalaliDate, JalaliMonth } from '@rasad/domain/calendar/jalali'
import { formatMonth } from '@rasad/domain/calendar/jalali'
import { rials } from '@rasad/domain/persian/money'
import { useState } from 'react'
import { ApiProblem } from '../src/shared/api.ts'
import { useFormat } from '../src/shared/fa.ts'
import { useText } from '../src/shared/language.ts'
import { Code } from '../src/shared/ui/code.tsx'
import { ConfirmButton } from '../src/shared/ui/confirm-button.tsx'
import { Count } from '../src/shared/ui/count.tsx'
import { ListTable } from '../src/shared/ui/list-table.tsx'
import { EmptyState } from '../src/shared/ui/empty-state.tsx'
import { FileDropZone } from '../src/shared/ui/file-drop-zone.tsx'
import { ForbiddenButton } from '../src/shared/ui/forbidden-button.tsx'
import { JalaliDateInput } from '../src/shared/ui/jalali-date-input.tsx'
import { JalaliMonthInput } from '../src/shared/ui/jalali-month-input.tsx'
import { PageHead } from '../src/shared/ui/page-head.tsx'
import { ProblemAlert } from '../src/shared/ui/problem-alert.tsx'
import { KIT_TEXT } from './kit-text.ts'

const ROWS = Array.from({ length: 10_000 }, (_, index) => ({
  number: index + 1,
  amount: (index * 7919) % 10_007,
}))
const PROBLEM = new ApiProblem({ code: 'fault', params: { requestId: '' } }, 500, '5f0c6a1e')

/** Every shared part once; no page of the product. */
export function KitPage() {
  const text = useText(KIT_TEXT)
  return (
    <>
      <PageHead title={text.title} about={text.about} />
      <div className="kit">
        <Numbers />
        <Dates />
        <Acts />
        <FileDropZone label={text.file} about={text.fileAbout} accept=".xlsx,.ods,.csv" onFile={() => {}} />
        <ProblemAlert error={PROBLEM} />
        <EmptyState title={text.empty} />
        <LongList />
      </div>
    </>
  )
}

function Numbers() {
  const text = useText(KIT_TEXT)
  const { money } = useFormat()
  return (
    <dl className="card kit-pairs">
      <dt>{text.number}</dt>
      <dd>
        <Count value={45_794} /> <Count value={-1289} as="signed" /> <Count value={129.6} as="percent" />
      </dd>
      <dt>{text.zero}</dt>
      <dd>
        <Count value={0} />
      </dd>
      <dt>{text.nothing}</dt>
      <dd>
        <Count value={null} />
      </dd>
      <dt>{text.denied}</dt>
      <dd>
        <Count value="denied" />
      </dd>
      <dt>{text.amount}</dt>
      <dd>{money(rials(1_260_000_000n), 'toman')}</dd>
      <dt>{text.code}</dt>
      <dd>
        <Code>{'021-123 12+300'}</Code>
      </dd>
    </dl>
  )
}

function Dates() {
  const text = useText(KIT_TEXT)
  const { dayInWords } = useFormat()
  const [day, setDay] = useState<JalaliDate | null>(null)
  const [month, setMonth] = useState<JalaliMonth | null>(null)
  return (
    <div className="card kit-line">
      <JalaliDateInput label={text.day} value={day} onChange={setDay} />
      <JalaliMonthInput label={text.month} value={month} onChange={setMonth} />
      <output>
        {text.chosen} {day !== null && dayInWords(day)} {month !== null && dayInWords(formatMonth(month))}
      </output>
    </div>
  )
}

function Acts() {
  const text = useText(KIT_TEXT)
  return (
    <div className="card kit-line">
      <ForbiddenButton type="primary" reason={undefined}>
        {text.allowed}
      </ForbiddenButton>
      <ForbiddenButton reason={text.reason}>{text.forbidden}</ForbiddenButton>
      <ConfirmButton danger question={text.sure} onConfirm={() => {}}>
        {text.remove}
      </ConfirmButton>
    </div>
  )
}

function LongList() {
  const text = useText(KIT_TEXT)
  return (
    <ListTable
      caption={text.list}
      label={text.list}
      rows={ROWS}
      keyOf={({ number }) => String(number)}
      columns={[
        { key: 'number', label: text.row, cell: ({ number }) => <Count value={number} />, isHead: true },
        {
          key: 'code',
          label: text.code,
          cell: ({ number }) => (
            <a href={`#${number}`}>
              <Code>{`15-${number}`}</Code>
            </a>
          ),
        },
        { key: 'amount', label: text.amount, cell: ({ amount }) => <Count value={amount} />, isNumber: true },
      ]}
    />
  )
}
