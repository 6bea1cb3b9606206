import { FilterOutlined } from '@ant-design/icons'
import { lazy, Suspense, useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import type { FiguresFiltersProps } from './filter-fields.tsx'
import { activeFilters } from './figures-search.ts'
import { FIGURES_TEXT } from './figures-text.ts'

const FilterFields = lazy(async () => ({ default: (await import('./filter-fields.tsx')).FilterFields }))

/** What the figures are restricted to; folded away, and not fetched, until somebody needs it. */
export function FiguresFilters(asked: FiguresFiltersProps) {
  const text = useText(FIGURES_TEXT)
  const { count } = useFormat()
  const active = activeFilters(asked.question)
  const [wasOpen, setWasOpen] = useState(active > 0)
  return (
    <details
      className="filters no-print"
      open={active > 0}
      onToggle={({ currentTarget }) => setWasOpen((before) => before || currentTarget.open)}
    >
      <summary>
        <FilterOutlined aria-hidden="true" /> {text.filters}
        {active > 0 && <span className="filter-count">{count(active)}</span>}
      </summary>
      {wasOpen && (
        <Suspense fallback={null}>
          <FilterFields {...asked} />
        </Suspense>
      )}
    </details>
  )
}
