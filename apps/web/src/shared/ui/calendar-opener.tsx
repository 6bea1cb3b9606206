import { CalendarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode, RefObject } from 'react'
import { useText } from '../language.ts'
import { Popover } from './popover.tsx'
import { UI_TEXT } from './ui-text.ts'

type CalendarOpenerProps = {
  label: string
  opener: RefObject<HTMLButtonElement | null>
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** The calendar. */
  children: ReactNode
}

/** The button beside a date field, and the calendar that it opens. */
export function CalendarOpener({ label, opener, isOpen, onOpenChange, children }: CalendarOpenerProps) {
  const text = useText(UI_TEXT)
  return (
    <>
      <Button
        ref={opener}
        icon={<CalendarOutlined aria-hidden="true" />}
        aria-label={`${text.openCalendar}: ${label}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => onOpenChange(!isOpen)}
      />
      <Popover
        isOpen={isOpen}
        label={`${text.calendar}: ${label}`}
        opener={opener}
        onClose={() => onOpenChange(false)}
      >
        {children}
      </Popover>
    </>
  )
}
