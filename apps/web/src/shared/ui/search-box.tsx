import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'

type SearchBoxProps = {
  label: string
  placeholder: string
  /** What the address asks for. */
  asked: string | undefined
  /** Whoever goes on to another page before it is asked is not called back. */
  isLeft: boolean
  onAsk: (words: string | undefined) => void
}

const TYPING_MS = 300
const LONGEST_SEARCH = 200

/** Words to search for; asked when the typing pauses, and at once with Enter. */
export function SearchBox({ label, placeholder, asked = '', isLeft, onAsk }: SearchBoxProps) {
  const [seen, setSeen] = useState(asked)
  const [typed, setTyped] = useState({ words: asked, asked })
  const timer = useRef<number>(undefined)
  useEffect(() => {
    if (isLeft) window.clearTimeout(timer.current)
    return () => window.clearTimeout(timer.current)
  }, [isLeft])
  // What was typed stays as it is, spaces too, until the address asks for something else.
  if (asked !== seen) {
    setSeen(asked)
    if (asked !== typed.asked) setTyped({ words: asked, asked })
  }
  const askFor = (words: string) => {
    window.clearTimeout(timer.current)
    const trimmed = words.trim()
    setTyped((now) => ({ ...now, asked: trimmed }))
    onAsk(trimmed === '' ? undefined : trimmed)
  }
  const type = (words: string) => {
    setTyped((now) => ({ ...now, words }))
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => askFor(words), TYPING_MS)
  }
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={placeholder}
      allowClear
      maxLength={LONGEST_SEARCH}
      value={typed.words}
      onChange={(event) => type(event.target.value)}
      onPressEnter={(event) => askFor(event.currentTarget.value)}
    />
  )
}
