import { readFigureQuery, type FigureWords } from '@rasad/contracts/figures'
import { questionOf } from '../../apps/server/src/modules/figures/figures.commands.ts'
import { cellSums } from '../../apps/server/src/modules/figures/figures.queries.ts'
import { openKysely } from '../../apps/server/src/platform/db.ts'
import type { Position } from '../../packages/domain/src/figures/question.ts'
import pg from 'pg'

type Sample = { title: string; words: FigureWords; position: Position }

const CURRENT: Position = { kind: 'current' }
const SAMPLES: Record<string, Sample> = {
  'breakdown-by-county-and-agency': {
    title: 'By county and agency, now',
    words: { province: '15', period: '1404', by: 'county,agency' },
    position: CURRENT,
  },
  'breakdown-as-of-a-batch': {
    title: 'By county and agency, as of batch 12',
    words: { province: '15', period: '1404', by: 'county,agency' },
    position: { kind: 'batch', batch: 12 },
  },
  'series-by-month': {
    title: 'By month and sector, five months, now',
    words: { province: '15', period: '1404', by: 'month,sector', month: '1404-01..1404-05' },
    position: CURRENT,
  },
  'women-by-job-type': {
    title: 'Women by job type, as of batch 12: from the postings, as no roll-up knows them',
    words: { province: '15', period: '1404', by: 'jobType', gender: 'female' },
    position: { kind: 'batch', batch: 12 },
  },
  'by-activity-line': {
    title: 'By activity line, now: from the postings, as no roll-up knows them',
    words: { province: '15', period: '1404', by: 'activityLine' },
    position: CURRENT,
  },
  'national-by-province': {
    title: 'The country by province, now',
    words: { period: '1404', by: 'province' },
    position: CURRENT,
  },
}

/** The SQL of the public figures, for review by people who do not read TypeScript. */
export function generateFigureSql(): Record<string, string> {
  // A pool that never connects: the statements are compiled, not run.
  const database = openKysely(new pg.Pool({ max: 1 }))
  return Object.fromEntries(
    Object.entries(SAMPLES).map(([name, { title, words, position }]) => {
      const parsed = readFigureQuery(words)
      if (!parsed.success)
        throw new Error(`The sample question ${name} does not read: ${parsed.error.message}`)
      const moment = { position, batch: null, asOf: '', unsettled: 0 }
      const { sql, parameters } = cellSums(questionOf(parsed.data, moment, { level: 'national' })).compile(
        database,
      )
      const values = parameters.map((value, index) => `--   $${index + 1} = ${JSON.stringify(value)}`)
      return [`docs/sql/${name}.sql`, `-- ${title}\n${values.join('\n')}\n${tidy(sql)};\n`]
    }),
  )
}

function tidy(statement: string): string {
  return statement
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ (select|from|where|group by|order by|union all|with|source as) /g, '\n$1 ')
}
