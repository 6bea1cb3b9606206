import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import {
  AskedBesides,
  ChoiceField,
  CodeField,
  DayField,
  RegistrarField,
  SearchField,
  useAsk,
  useAsked,
} from './jobs-filter-fields.tsx'
import { filterOf, filtersSet, type JobsFilter } from './jobs-search.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import { LineField } from './line-field.tsx'
import { useNames } from './use-names.ts'

const MORE: readonly (keyof JobsFilter)[] = [
  'sector',
  'activityLine',
  'gender',
  'jobType',
  'novelty',
  'directness',
  'settlement',
  'education',
  'startFrom',
  'startTo',
  'registeredFrom',
  'registeredTo',
  'registeredBy',
  'conflict',
]

/** What the list is narrowed down by; all of it stands in the address. */
export function JobsFilters({ place }: { place: { province: string; period: string } }) {
  const text = useText(JOBS_TEXT)
  const { count } = useFormat()
  const search = useAsked()
  const hidden = MORE.filter((name) => search[name] !== undefined).length
  const [isWide, setIsWide] = useState(hidden > 0)
  const ask = useAsk()
  const names = useNames(place.province)
  return (
    <search className="filters card no-print">
      <div className="filter-row">
        <SearchField />
        <ChoiceField name="state" />
        <CodeField name="county" options={names.countyOptions} />
        <CodeField name="agency" options={names.agencyOptions} />
        <div className="filter-buttons">
          <AskedBesides />
          <Button type="text" aria-expanded={isWide} onClick={() => setIsWide(!isWide)}>
            {isWide ? text.fewerFilters : text.moreFilters}
            {hidden > 0 && !isWide && ` (${count(hidden)})`}
          </Button>
          {filtersSet(filterOf(search)) > 0 && (
            <Button type="text" onClick={() => ask('nothing')}>
              {text.clear}
            </Button>
          )}
        </div>
      </div>
      {isWide && (
        <div className="filter-grid">
          <ChoiceField name="sector" />
          <LineField />
          <ChoiceField name="gender" />
          <ChoiceField name="jobType" />
          <ChoiceField name="novelty" />
          <ChoiceField name="directness" />
          <ChoiceField name="settlement" />
          <ChoiceField name="education" />
          <RegistrarField place={place} />
          <DayField name="startFrom" other="startTo" />
          <DayField name="startTo" other="startFrom" />
          <DayField name="registeredFrom" other="registeredTo" />
          <DayField name="registeredTo" other="registeredFrom" />
          <Checkbox
            className="filter-check"
            checked={search.conflict === 'open'}
            onChange={({ target }) => ask({ conflict: target.checked ? 'open' : undefined })}
          >
            {text.conflictOnly}
          </Checkbox>
        </div>
      )}
    </search>
  )
}
