import { useId } from 'react'
import { useText } from '../shared/language.ts'
import { BareDialog } from '../shared/ui/bare-dialog.tsx'
import { LineIcon } from '../shared/ui/line-icon.tsx'
import { UI_TEXT } from '../shared/ui/ui-text.ts'
import { Navigation } from './navigation.tsx'

/** The parts of the system over a page that has no room for them beside it. */
export function NavigationPanel({ onClose }: { onClose: () => void }) {
  const text = useText(UI_TEXT)
  const id = useId()
  return (
    <BareDialog
      className="side-panel"
      data-edge="start"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {() => (
        <div className="side-panel-sheet">
          <header>
            <h2 id={id}>{text.product}</h2>
            <button type="button" className="quiet-button" aria-label={text.close} onClick={onClose}>
              <LineIcon name="cross" />
            </button>
          </header>
          <div className="side-panel-body">
            <Navigation onChosen={onClose} />
          </div>
        </div>
      )}
    </BareDialog>
  )
}
