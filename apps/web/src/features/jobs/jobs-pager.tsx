import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { jobCountQuery, PAGE_ROWS } from './jobs-query.ts'
import { JOBS_TEXT } from './jobs-text.ts'

type JobsPagerProps = { place: { province: string; period: string }; rows: number; next: string | null }

/** Which rows of the list are on screen, and the way to the others. */
export function JobsPager({ place, rows, next }: JobsPagerProps) {
  const text = useText(JOBS_TEXT)
  const { count } = useFormat()
  const search = useSearch({ from: '/jobs' })
  const { after } = search
  const { data: counted } = useQuery({ ...jobCountQuery(place, search), enabled: next !== null })
  const navigate = useNavigate({ from: '/jobs' })
  const before = after === undefined ? [] : after.split(',')
  const first = before.length * PAGE_ROWS + 1
  // The last page tells by itself how many there are.
  const all = next === null ? { count: first - 1 + rows, exact: true } : counted
  const go = (trail: readonly string[]) =>
    void navigate({
      search: (asked) => ({ ...asked, after: trail.length === 0 ? undefined : trail.join(',') }),
    })
  return (
    <div className="pager">
      <span>
        {all !== undefined && (
          <strong>{`${all.exact ? '' : `${text.atLeast} `}${count(all.count)} ${text.job}`}</strong>
        )}
        {` · ${text.rows} ${count(first)} ${text.to} ${count(first + rows - 1)}`}
      </span>
      <span className="pager-buttons no-print" role="group" aria-label={text.pages}>
        {before.length > 1 && (
          <Button size="small" type="text" onClick={() => go([])}>
            {text.firstPage}
          </Button>
        )}
        <Button size="small" disabled={before.length === 0} onClick={() => go(before.slice(0, -1))}>
          {text.previous}
        </Button>
        <Button size="small" disabled={next === null} onClick={() => next !== null && go([...before, next])}>
          {text.next}
        </Button>
      </span>
    </div>
  )
}
