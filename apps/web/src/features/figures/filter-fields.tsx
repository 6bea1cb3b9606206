import { CloseOutlined } from '@ant-design/icons'
import { formatMonth, parseMonth, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import { BASELINES } from '@rasad/domain/commitments/matrix'
import { Button, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { valueNames } from '../../shared/figure-queries.ts'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { activityLinesQuery } from '../../shared/places.ts'
import { JalaliMonthInput } from '../../shared/ui/jalali-month-input.tsx'
import {
  activeFilters,
  FILTERS,
  KINDS,
  readMonths,
  type Filter,
  type FiguresQuestion,
  type FiguresSearch,
} from './figures-search.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'

// A longer name would leave room for no choice at all.
const TAG_LETTERS = 14

type Names = Parameters<typeof valueNames>[1]
/** What the figures are restricted to, and how to ask for another restriction. */
export type FiguresFiltersProps = {
  question: FiguresQuestion
  names: Names
  onAsk: (part: FiguresSearch) => void
}

/** A field for each restriction of the figures. */
export function FilterFields({ question, names, onAsk }: FiguresFiltersProps) {
  const text = useText(FIGURES_TEXT)
  const isRestricted = activeFilters(question) > 0
  const baselines = useText(BASELINE_TEXT)
  const baselineId = useId()
  const months = readMonths(question.month)
  const askMonths = (from: string | null, to: string | null) => {
    const [first, last] = [from ?? to, to ?? from]
    if (first === null || last === null) onAsk({ month: undefined })
    else onAsk({ month: first <= last ? `${first}..${last}` : `${last}..${first}` })
  }
  return (
    <div className="filter-fields">
      {FILTERS.map((filter) => (
        <FilterField key={filter} filter={filter} question={question} names={names} onAsk={onAsk} />
      ))}
      <div className="filter-field">
        <label htmlFor={baselineId}>{text.baseline}</label>
        <Select
          id={baselineId}
          value={question.baseline ?? 'provincial'}
          options={BASELINES.map((value) => ({ value, label: baselines[value] }))}
          onChange={(chosen) => onAsk({ baseline: chosen === 'provincial' ? undefined : chosen })}
        />
      </div>
      <JalaliMonthInput
        label={text.fromMonth}
        value={monthOrNull(months?.from)}
        onChange={(month) => askMonths(written(month), months?.to ?? null)}
      />
      <JalaliMonthInput
        label={text.toMonth}
        value={monthOrNull(months?.to)}
        onChange={(month) => askMonths(months?.from ?? null, written(month))}
      />
      {isRestricted && (
        <Button
          icon={<CloseOutlined aria-hidden="true" />}
          onClick={() =>
            onAsk(Object.fromEntries([...FILTERS, 'month', 'baseline'].map((filter) => [filter, undefined])))
          }
        >
          {text.clearFilters}
        </Button>
      )}
    </div>
  )
}

function FilterField({ filter, question, names, onAsk }: FiguresFiltersProps & { filter: Filter }) {
  const text = useText(FIGURES_TEXT)
  const cuts = useText(CUT_TEXT)
  const language = useLanguage()
  const id = useId()
  const { digits } = useFormat()
  const [isOpened, setOpened] = useState(false)
  // Titles of lines are asked for by whoever opens their list.
  const { data: known } = useQuery({ ...activityLinesQuery, enabled: filter === 'activityLine' && isOpened })
  const lines = known?.activities ?? names.lines
  const nameOf = valueNames(language, { ...names, lines })
  const labelOf = (value: string) =>
    filter === 'activityLine' && value !== 'unspecified'
      ? `${digits(value)} ${nameOf(filter, value)}`
      : nameOf(filter, value)
  const values = {
    ...KINDS,
    county: codes(names.counties),
    agency: codes(names.agencies),
    activityLine: lines.length === 0 ? [] : [...codes(lines), 'unspecified'],
  }[filter]
  return (
    <div className="filter-field">
      <label htmlFor={id}>{cuts[filter]}</label>
      <Select
        id={id}
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        maxTagTextLength={TAG_LETTERS}
        popupMatchSelectWidth={filter !== 'activityLine'}
        placeholder={text.any}
        showSearch={FOUND_BY_LABEL}
        value={question[filter]?.split(',') ?? []}
        options={values.map((value) => ({ value, label: labelOf(value) }))}
        onOpenChange={() => setOpened(true)}
        onChange={(chosen: string[]) =>
          onAsk({ [filter]: chosen.length === 0 ? undefined : chosen.join(',') })
        }
      />
    </div>
  )
}

function codes(all: readonly { code: string }[]): readonly string[] {
  return all.map(({ code }) => code)
}

function monthOrNull(text: string | undefined): JalaliMonth | null {
  return text === undefined ? null : (parseMonth(text) ?? null)
}

function written(month: JalaliMonth | null): string | null {
  return month === null ? null : formatMonth(month)
}
