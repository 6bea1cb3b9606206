import { TableOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useRef, useState } from 'react'
import { useText } from '../../shared/language.ts'
import { Popover } from '../../shared/ui/popover.tsx'
import { useColumnNames } from './column-names.ts'
import { COLUMNS, GROUPS, type Column } from './columns.ts'
import { FIGURES_TEXT, GROUP_TEXT } from './figures-text.ts'

type ColumnChoiceProps = { columns: readonly Column[]; onChoose: (columns: readonly Column[]) => void }

/** Which columns the table shows; this browser remembers them. */
export function ColumnChoice({ columns, onChoose }: ColumnChoiceProps) {
  const text = useText(FIGURES_TEXT)
  const heads = useText(GROUP_TEXT)
  const nameOf = useColumnNames()
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const toggle = (column: Column, isOn: boolean) =>
    onChoose(COLUMNS.filter((one) => (one === column ? isOn : columns.includes(one))))
  return (
    <div className="column-choice">
      <Button
        ref={opener}
        icon={<TableOutlined aria-hidden="true" />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {text.columns}
      </Button>
      <Popover isOpen={isOpen} label={text.columns} opener={opener} onClose={() => setIsOpen(false)}>
        <div className="column-groups">
          {GROUPS.map((group) => (
            <fieldset key={group.key}>
              <legend>{heads[group.key]}</legend>
              {group.columns.map((column) => (
                <Checkbox
                  key={column}
                  checked={columns.includes(column)}
                  onChange={(event) => toggle(column, event.target.checked)}
                >
                  {nameOf(column)}
                </Checkbox>
              ))}
            </fieldset>
          ))}
        </div>
        <div className="column-acts">
          <Button size="small" onClick={() => onChoose(COLUMNS)}>
            {text.columnsAll}
          </Button>
          <Button size="small" onClick={() => onChoose([])}>
            {text.columnsFirst}
          </Button>
        </div>
      </Popover>
    </div>
  )
}
