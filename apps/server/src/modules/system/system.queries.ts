import type { Drill, DrillDifference, System } from '@rasad/contracts/system'
import type { Scope } from '@rasad/domain/access/scope'
import { sql } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'

/** A moment of the database as an instant of the wire. */
function instant(moment: string): string {
  return new Date(moment).toISOString()
}

/** The database as the state of the system tells it. */
export async function getDatabaseState(db: ReadDb): Promise<System['database']> {
  const { rows } = await sql<{ version: string; bytes: number }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(
    db,
  )
  const migrations = await sql<{ name: string; appliedAt: string }>`
    select name, applied_at from applied_migration order by name`.execute(db)
  return {
    ...rows[0]!,
    migrations: migrations.rows.map(({ name, appliedAt }) => ({ name, appliedAt: instant(appliedAt) })),
  }
}

/** The last backup that the audit names. */
export async function findLastBackup(db: ReadDb): Promise<System['lastBackup']> {
  const { rows } = await sql<NonNullable<System['lastBackup']>>`
    select subject ->> 'name' as name, at as made_at, actor as made_by, (subject ->> 'rows')::bigint as rows,
      (subject ->> 'files')::bigint as files, (subject ->> 'bytes')::bigint as bytes
    from audit where action = 'backup.made' order by audit_id desc limit 1`.execute(db)
  return rows[0] ? { ...rows[0], madeAt: instant(rows[0].madeAt) } : null
}

/** The last check of all ledgers that was kept; for a province, that of its own or of all, whichever was later. */
export async function findLastLedgerCheck(db: ReadDb, scope: Scope): Promise<System['lastLedgerCheck']> {
  const own = scope.level === 'national' ? sql`false` : sql`province_id = ${scope.province}`
  const { rows } = await sql<NonNullable<System['lastLedgerCheck']>>`
    select at, actor as by, (subject ->> 'wrong')::bigint as wrong
    from audit where action = 'ledger.checked' and (province_id is null or ${own})
    order by audit_id desc limit 1`.execute(db)
  return rows[0] ? { ...rows[0], at: instant(rows[0].at) } : null
}

const DRILL = sql`drill_id, started_at, ended_at, backup, backup_made_at, table_count as tables, row_count as rows,
  cell_count as cells, check_count as checks, wrong, differences, run_by`

function readDrill(row: Drill): Drill {
  const backupMadeAt = row.backupMadeAt === null ? null : instant(row.backupMadeAt)
  return { ...row, startedAt: instant(row.startedAt), endedAt: instant(row.endedAt), backupMadeAt }
}

/** The last drill; null before the first. */
export async function findLastDrill(db: ReadDb): Promise<Drill | null> {
  const { rows } = await sql<Drill>`select ${DRILL} from drill order by drill_id desc limit 1`.execute(db)
  return rows[0] ? readDrill(rows[0]) : null
}

/** Keeps what a drill found. */
export async function insertDrill(
  tx: WriteTx,
  drill: Omit<Drill, 'drillId' | 'endedAt' | 'differences'> & { differences: readonly DrillDifference[] },
): Promise<Drill> {
  const { startedAt, backup, backupMadeAt, tables, rows: taken, cells, checks, wrong, runBy } = drill
  const { rows } = await sql<Drill>`
    insert into drill (started_at, backup, backup_made_at, table_count, row_count, cell_count, check_count, wrong, differences, run_by)
    values (${startedAt}, ${backup}, ${backupMadeAt}, ${tables}, ${taken}, ${cells}, ${checks}, ${wrong},
      ${JSON.stringify(drill.differences)}::jsonb, ${runBy})
    returning ${DRILL}`.execute(tx)
  return readDrill(rows[0]!)
}

/** Commitment periods by name, of every province that has any. */
export async function listPeriodNames(db: ReadDb): Promise<{ province: string; period: string }[]> {
  const { rows } = await sql<{ province: string; period: string }>`
    select province_id as province, period_id as period from commitment_period order by 1, 2`.execute(db)
  return rows
}
