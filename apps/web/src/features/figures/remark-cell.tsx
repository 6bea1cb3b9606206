import { EditOutlined } from '@ant-design/icons'
import type { Remark } from '@rasad/contracts/remarks'
import { jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { lazy, Suspense, useState } from 'react'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import type { FiguresQuestion } from './figures-search.ts'
import { REMARK_TEXT } from './remark-text.ts'
import { remarkedBy, remarkedRow } from './remarks-query.ts'
import { mayRemark } from './use-remarks.ts'

// Most readers open none.
const RemarkDialog = lazy(async () => ({ default: (await import('./remark-dialog.tsx')).RemarkDialog }))

type RemarkCellProps = {
  question: FiguresQuestion
  /** The county or agency, by its code and its name. */
  of: string
  name: string
  remark: Remark | undefined
  /** One remark of the table is reached by the tabulator, the others from there by the arrows. */
  isEntrance: boolean
}

/** What is said about a row, in two lines; pressed, the whole of it, with its versions and to be altered. */
export function RemarkCell({ question, of, name, remark, isEntrance }: RemarkCellProps) {
  const text = useText(REMARK_TEXT)
  const { day } = useFormat()
  const me = useMe()
  const [isOpen, setIsOpen] = useState(false)
  const by = remarkedBy(question.by ?? 'county')
  if (by === undefined) return null
  const row = remarkedRow(question, by, of)
  const mayWrite = mayRemark(me, row) && question.asOf === undefined
  if (remark === undefined && !mayWrite) return null
  const opens = {
    type: 'button',
    tabIndex: isEntrance ? 0 : -1,
    'aria-haspopup': 'dialog',
    onClick: () => setIsOpen(true),
  } as const
  return (
    <>
      {remark === undefined ? (
        <button
          {...opens}
          className="remark remark-none"
          title={text.write}
          aria-label={`${text.write}: ${name}`}
        >
          <EditOutlined aria-hidden="true" />
        </button>
      ) : (
        <button {...opens} className="remark">
          <span className="remark-words" dir="auto">
            {remark.text}
          </span>
          <small>
            <bdi>{nameOfActor(remark.by)}</bdi>
            {` · ${day(jalaliDateAt(Date.parse(remark.at)))}`}
          </small>
        </button>
      )}
      {isOpen && (
        <Suspense>
          <RemarkDialog
            row={row}
            name={name}
            remark={remark}
            mayWrite={mayWrite}
            isPast={question.asOf !== undefined}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
