import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Mark } from '../../shared/ui/mark.tsx'
import { SYSTEM_TEXT } from './system-text.ts'

/** Whether a comparison agreed, or how many of its sums differ. */
export function WrongMark({ wrong }: { wrong: number }) {
  const text = useText(SYSTEM_TEXT)
  const { count } = useFormat()
  if (wrong === 0) return <Mark tone="good">{text.agrees}</Mark>
  return <Mark tone="bad">{`${count(wrong)} ${text.differs}`}</Mark>
}
