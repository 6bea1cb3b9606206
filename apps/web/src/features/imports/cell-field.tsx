import { readDate } from '@rasad/domain/calendar/read-date'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import type { Column } from '@rasad/domain/imports/columns'
import { readMobile, readNationalId } from '@rasad/domain/persian/identifiers'
import { Input } from 'antd'
import { useId, type ClipboardEvent, type InputEvent, type KeyboardEvent, type SyntheticEvent } from 'react'
import { useText } from '../../shared/language.ts'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { MEND_TEXT } from './mend-text.ts'

/** How the cell of a column is filled in: the words to choose from, what is expected in it. */
export type CellAsked = { choices: readonly string[] | null; prompt: string }

type CellFieldProps = {
  column: Column
  /** As the reader of lists takes it; empty for an empty cell. */
  text: string
  /** As it stands in the file; undefined where the file says nothing there. */
  inFile: string | undefined
  /** What is wrong with it, in words; shown until it is changed. */
  wrong: readonly string[]
  asked: CellAsked
  /** Shows what is masked in it; undefined where nothing is. */
  onReveal: (() => void) | undefined
  onChange: (text: string) => void
}

const DAYS: readonly Column[] = ['startDate', 'birthDate', 'serviceDate']
const CODES: readonly Column[] = ['nationalId', 'mobile', 'isic', 'workshopCode']

/** One cell of a row in the input that suits its column, with what is wrong and what stands in the file under it. */
export function CellField({ inFile, wrong, ...cell }: CellFieldProps) {
  const words = useText(MEND_TEXT)
  const id = useId()
  const { column, text } = cell
  const isChanged = text !== (inFile ?? '')
  const doubt = isChanged && cell.onReveal === undefined ? doubtOf(column, text) : null
  return (
    <div
      className="cell-field"
      data-column={column}
      data-wrong={wrong.length > 0 && !isChanged}
      data-changed={isChanged}
    >
      <CellInput id={id} isWrong={(wrong.length > 0 && !isChanged) || doubt !== null} {...cell} />
      <div id={`${id}-about`} className="cell-about">
        {cell.onReveal !== undefined && <p>{words.masked}</p>}
        {doubt !== null && <p className="cell-wrong">{words[doubt]}</p>}
        {!isChanged &&
          wrong.map((sentence) => (
            <p key={sentence} className="cell-wrong">
              {sentence}
            </p>
          ))}
        {isChanged && (
          <p>
            {`${words.inFile}: `}
            {inFile === undefined ? words.emptyCell : <bdi>{inFile}</bdi>}
          </p>
        )}
      </div>
    </div>
  )
}

type CellInputProps = Omit<CellFieldProps, 'inFile' | 'wrong'> & { id: string; isWrong: boolean }

function CellInput({ id, column, text, asked, isWrong, onReveal, onChange }: CellInputProps) {
  const label = useText(COLUMN_TEXT)[column]
  if (DAYS.includes(column)) {
    const reading = readDate(text)
    return (
      <JalaliDateInput
        label={label}
        value={'date' in reading ? reading.date : null}
        onChange={(day) => onChange(day?.replaceAll('-', '/') ?? '')}
      />
    )
  }
  const marks = { id, 'aria-invalid': isWrong, 'aria-describedby': `${id}-about` }
  if (asked.choices !== null) {
    const isKnown = asked.choices.includes(text)
    return (
      <>
        <label htmlFor={id}>{label}</label>
        <select
          {...marks}
          className="choice"
          value={isKnown ? text : ''}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        >
          {!isKnown && <option value="">{text}</option>}
          {asked.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </>
    )
  }
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input
        {...marks}
        {...(CODES.includes(column) && { dir: 'ltr', inputMode: 'numeric' as const })}
        autoComplete="off"
        maxLength={300}
        placeholder={asked.prompt}
        status={isWrong ? 'error' : ''}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        {...(onReveal !== undefined && maskedInput(onReveal, onChange))}
      />
    </>
  )
}

const SHOWING: readonly string[] = ['Enter', 'F2', 'Backspace', 'Delete']

/** What is masked is shown by a click or a key that would change it; what is written or pasted stands in its place unseen. */
function maskedInput(onReveal: () => void, onChange: (text: string) => void) {
  const write = (event: SyntheticEvent, text: string) => {
    event.preventDefault()
    if (text.trim() !== '') onChange(text.trim())
  }
  return {
    onClick: onReveal,
    onKeyDown: (event: KeyboardEvent) => {
      if (!SHOWING.includes(event.key)) return
      event.preventDefault()
      onReveal()
    },
    onBeforeInput: (event: InputEvent) => write(event, event.data),
    onPaste: (event: ClipboardEvent) => write(event, event.clipboardData.getData('text')),
    onCut: (event: ClipboardEvent) => event.preventDefault(),
    // Whatever else would change it changes nothing.
    onChange: () => undefined,
  }
}

// What can be said at once; the rest is for the reader of lists to judge.
function doubtOf(column: Column, text: string): 'notAnId' | 'notAMobile' | null {
  if (column === 'nationalId' && 'refusal' in readNationalId(text)) return 'notAnId'
  if (column !== 'mobile' || text === '') return null
  return 'refusal' in readMobile(text) ? 'notAMobile' : null
}
