import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, type ReactNode } from 'react'
import { useText } from '../language.ts'
import { ModalBox } from './modal-box.tsx'
import { UI_TEXT } from './ui-text.ts'

type SidePanelProps = {
  title: string
  /** The edge it stands at: the end for what is told of the page, the start for the way elsewhere. */
  edge?: 'start' | 'end'
  /** Narrow for a form. */
  size?: 'narrow'
  onClose: () => void
  children: ReactNode
}

/** A panel at an edge of the page over the rest of it; Escape or a press beside it closes it, and the focus goes back. */
export function SidePanel({ title, edge = 'end', size, onClose, children }: SidePanelProps) {
  const text = useText(UI_TEXT)
  const id = useId()
  return (
    <ModalBox
      className="side-panel"
      data-edge={edge}
      data-size={size}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="side-panel-sheet">
        <header>
          <h2 id={id}>{title}</h2>
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden="true" />}
            aria-label={text.close}
            onClick={onClose}
          />
        </header>
        <div className="side-panel-body">{children}</div>
      </div>
    </ModalBox>
  )
}
