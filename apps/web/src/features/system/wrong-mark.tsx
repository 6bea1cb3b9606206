import { Tag } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { SYSTEM_TEXT } from './system-text.ts'

/** Whether a comparison agreed, or how many of its sums differ. */
export function WrongMark({ wrong }: { wrong: number }) {
  const text = useText(SYSTEM_TEXT)
  const { count } = useFormat()
  if (wrong === 0) return <Tag color="success">{text.agrees}</Tag>
  return <Tag color="error">{`${count(wrong)} ${text.differs}`}</Tag>
}
