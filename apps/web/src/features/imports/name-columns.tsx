import type { ImportRun } from '@rasad/contracts/imports'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useText } from '../../shared/language.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import type { RunWork } from './run-work.ts'
import { CheckAgainButton } from './check-again.tsx'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'
import { REPORT_TEXT } from './report-text.ts'

/** For a file whose headers nobody knows: its sender names them. */
export function NameColumns({ run, ...work }: RunWork & { run: ImportRun }) {
  const text = useText(NEW_IMPORT_TEXT)
  const report = useText(REPORT_TEXT)
  const columns = useText(COLUMN_TEXT)
  const [header, setHeader] = useState('')
  const [column, setColumn] = useState<Column>('nationalId')
  const { words } = work
  const named = Object.entries(words.said)
  const add = () => {
    if (header.trim() === '') return
    words.say(header.trim(), column)
    setHeader('')
  }
  return (
    <section className="card name-columns">
      <h3>{text.nameColumns}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Input
          aria-label={text.headerInFile}
          placeholder={text.headerInFile}
          value={header}
          onChange={(event) => setHeader(event.target.value)}
        />
        <Select
          aria-label={text.means}
          showSearch={FOUND_BY_LABEL}
          value={column}
          options={COLUMNS.map((one) => ({ value: one, label: columns[one] }))}
          onChange={setColumn}
        />
        <Button htmlType="submit">{text.addName}</Button>
      </form>
      {named.length > 0 && (
        <>
          <dl aria-label={text.named}>
            {named.map(([name, taken]) => (
              <div key={name}>
                <dt>
                  <bdi>{name}</bdi>
                </dt>
                <dd>{taken === 'ignore' ? report.ignore : columns[taken]}</dd>
              </div>
            ))}
          </dl>
          <div className="run-acts">
            <Button onClick={words.discard}>{text.undoChanges}</Button>
            <CheckAgainButton run={run} work={work} />
          </div>
        </>
      )}
    </section>
  )
}
