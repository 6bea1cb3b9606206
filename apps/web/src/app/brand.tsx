import { useText } from '../shared/language.ts'
import markUrl from './rasad.svg'
import { SHELL_TEXT } from './shell-text.ts'

/** The mark and the name of the system. */
export function Brand() {
  const text = useText(SHELL_TEXT)
  return (
    <div className="brand">
      <img src={markUrl} alt="" width="34" height="34" />
      <div>
        <strong>{text.product}</strong>
        <span>{text.tagline}</span>
      </div>
    </div>
  )
}
