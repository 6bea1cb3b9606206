import type { RunRow, WholeRunRow } from '@rasad/contracts/import-runs'
import type { ImportOutcome, ImportRun } from '@rasad/contracts/imports'
import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { ApiProblem } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { useText } from '../../shared/language.ts'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { CellField } from './cell-field.tsx'
import { runRowQuery } from './imports-query.ts'
import { LastMending } from './last-mending.tsx'
import { MEND_TEXT } from './mend-text.ts'
import { cellsOf, mendableColumns, useAsked, wrongIn } from './mendable-cells.ts'
import { rowKey, useMending, valuesWith, type CellValues, type MendedValues } from './mending.ts'
import { CHECKED_NOTE_TEXT, noteSentence } from './note-text.ts'
import { MASKED, useRevealing } from './revealing.ts'
import { RowMeanwhile } from './row-meanwhile.tsx'

type MendFormProps = {
  run: ImportRun & { outcome: ImportOutcome }
  row: RunRow
  onLeave: () => void
  /** To the next row that would not enter. */
  onGoOn: () => void
  onSaid: (row: WholeRunRow) => void
}

/** The cells of a row that are wrong, to be mended in place; the row is judged anew at once. */
export function MendForm(props: MendFormProps) {
  const { run, row, onLeave } = props
  const { data: whole, error } = useQuery(runRowQuery(run.runId, row))
  if (error !== null && whole === undefined) return <ProblemAlert error={error} />
  if (whole === undefined) return null
  const left = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onLeave()
  }
  return (
    <div className="mend-form" onKeyDown={left}>
      <MendFields {...props} whole={whole} />
    </div>
  )
}

function MendFields({ run, row, whole, onLeave, onGoOn, onSaid }: MendFormProps & { whole: WholeRunRow }) {
  const text = useText(MEND_TEXT)
  const sentences = useText(CHECKED_NOTE_TEXT)
  const asked = useAsked(run.province)
  const mending = useMending(run.runId)
  const form = useRef<HTMLFormElement>(null)
  const seen = useRef(-1)
  const [isWhole, setIsWhole] = useState(false)
  const [late, setLate] = useState<{ error: ApiProblem; before: WholeRunRow } | null>(null)
  const { draft, change, discard } = useDraft<Partial<Record<Column, string>>>(
    `mend.${run.runId}.${rowKey(row)}`,
    {},
  )
  const sheet = run.outcome.sheets[row.sheetNumber]
  const wrong = wrongIn(whole, sheet)
  const masked = cellsOf(whole.cells)
  const isWrong = MASKED.some((column) => wrong.has(column) && masked[column] !== undefined)
  const { seen: person, reveal, error: unseen } = useRevealing(run.runId, whole, isWrong)
  const inFile = { ...cellsOf(whole.original), ...person?.original }
  const before = { ...masked, ...person?.cells }
  const now: CellValues = { ...before, ...draft }
  const isMasked = (column: Column) =>
    MASKED.includes(column) && !person && before[column] !== undefined && draft[column] === undefined
  const [shown] = useState(() => [...new Set([...wrong.keys(), ...whole.mended])])
  const columns = isWhole || shown.length === 0 ? mendableColumns(sheet) : shown
  const isChanged = COLUMNS.some((column) => (now[column] ?? '') !== (before[column] ?? ''))
  useEffect(() => {
    if (seen.current === whole.version) return
    seen.current = whole.version
    const fields = form.current
    const first = fields?.querySelector<HTMLElement>('[data-wrong=true] :is(input, select)')
    ;(first ?? fields?.querySelector<HTMLElement>('input, select'))?.focus()
  }, [whole.version])

  // What is seen now is replaced by whatever is typed next, as it was before it was seen.
  const isUntouched = MASKED.every((column) => draft[column] === undefined)
  useEffect(() => {
    const field = document.activeElement
    if (person === undefined || !isUntouched || !(field instanceof HTMLInputElement)) return
    const column = field.closest<HTMLElement>('.mend-form [data-column]')?.dataset['column']
    if (MASKED.some((one) => one === column)) field.select()
  }, [person, isUntouched])

  const mend = (values: MendedValues, isDone: (judged: WholeRunRow) => boolean) =>
    mending.mutate(
      { place: row, version: whole.version, values },
      {
        onSuccess: ({ row: judged }) => {
          discard()
          onSaid(judged)
          setLate(null)
          if (isDone(judged)) onGoOn()
        },
        onError: (error) => isLate(error) && setLate({ error, before: whole }),
      },
    )
  const send = () => {
    if (!isChanged || mending.isPending) return
    mend(valuesWith(whole, draft), isIn)
  }
  return (
    <form
      ref={form}
      aria-label={text.mendRow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <LastMending whole={whole} />
      <div className="cell-fields">
        {columns.map((column) => (
          <CellField
            key={column}
            column={column}
            text={now[column] ?? ''}
            inFile={inFile[column]}
            wrong={(wrong.get(column) ?? []).map((code) => noteSentence(sentences, code))}
            asked={asked(column)}
            onReveal={isMasked(column) ? reveal : undefined}
            onChange={(written) => change({ [column]: written })}
          />
        ))}
      </div>
      {unseen !== null && <ProblemAlert error={unseen} />}
      {mending.isError && !isLate(mending.error) && <ProblemAlert error={mending.error} />}
      {late !== null && <RowMeanwhile error={late.error} before={late.before} whole={whole} mine={now} />}
      <div className="mend-acts">
        <ForbiddenButton
          type="primary"
          size="small"
          htmlType="submit"
          reason={isChanged ? undefined : text.nothingChanged}
          aria-busy={mending.isPending}
        >
          {text.save}
        </ForbiddenButton>
        <Button size="small" onClick={onLeave}>
          {text.close}
        </Button>
        {shown.length > 0 && (
          <Button size="small" type="link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? text.wrongCells : text.allCells}
          </Button>
        )}
        {whole.mended.length > 0 && (
          <Button size="small" type="link" onClick={() => mend({}, () => false)}>
            {text.takeBack}
          </Button>
        )}
      </div>
    </form>
  )
}

function isIn({ verdict }: WholeRunRow): boolean {
  return verdict !== 'rejected'
}

function isLate(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.code === 'import.row-mended-meanwhile'
}
