import { UNKNOWN_LINE } from '@rasad/domain/ledger/dimension-text'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { activityLinesQuery, nameOf } from '../../shared/places.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { Labelled, useAsk, useAsked } from './jobs-filter-fields.tsx'
import { JOBS_TEXT } from './jobs-text.ts'

// A longer title would leave room for no choice at all.
const TAG_LETTERS = 14

/** The activity lines that jobs are counted under, by number and title. */
export function LineField() {
  const text = useText(JOBS_TEXT)
  const language = useLanguage()
  const { count, digits } = useFormat()
  const { activityLine } = useAsked()
  const ask = useAsk()
  const [isOpened, setIsOpened] = useState(false)
  // Titles of lines are asked for by whoever opens their list, or has chosen one.
  const { data } = useQuery({ ...activityLinesQuery, enabled: isOpened || activityLine !== undefined })
  const options = (data?.activities ?? []).map((line) => ({
    value: line.code,
    label: `${digits(line.code)} ${nameOf(language, line)}`,
  }))
  const unknown = { value: 'unspecified', label: UNKNOWN_LINE[language] }
  return (
    <Labelled label={text.activityLine}>
      <Select
        mode="multiple"
        maxTagCount="responsive"
        maxTagTextLength={TAG_LETTERS}
        maxTagPlaceholder={(others) => `+${count(others.length)}`}
        popupMatchSelectWidth={false}
        allowClear
        showSearch={FOUND_BY_LABEL}
        aria-label={text.activityLine}
        placeholder={text.any}
        value={activityLine?.split(',') ?? []}
        options={[...options, unknown]}
        onOpenChange={() => setIsOpened(true)}
        onChange={(chosen: string[]) =>
          ask({ activityLine: chosen.length === 0 ? undefined : chosen.join(',') })
        }
      />
    </Labelled>
  )
}
