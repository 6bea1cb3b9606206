-- Operation: what a drill found, and what of the audit and the migrations the state of the system is told from.
-- ADR 2026-11-22-logical-backups.
create table drill (
  drill_id       bigint      not null generated always as identity,
  started_at     timestamptz not null,
  ended_at       timestamptz not null default clock_timestamp(),
  backup         text        not null,
  backup_made_at timestamptz,
  table_count    integer     not null,
  row_count      bigint      not null,
  cell_count     bigint      not null,
  check_count    bigint      not null,
  wrong          bigint      not null,
  differences    jsonb       not null,
  run_by         text        not null,
  constraint drill_is_known_by_id primary key (drill_id),
  constraint drill_ends_after_it_begins check (ended_at >= started_at),
  constraint drill_counts_are_not_negative check (least(table_count, row_count, cell_count, check_count, wrong) >= 0)
);
comment on table drill is 'A backup that was restored beside the running system and compared with it, and what differed. Only added.';

create index audit_of_operation on audit (action, audit_id) where action in ('backup.made', 'ledger.checked');

-- The application may not read the migrator's own table; this tells it the names and times.
create view applied_migration as select name, applied_at from schema_migration;
comment on view applied_migration is 'Migrations that were applied, for the state of the system.';

grant select, insert on drill to rasad_app;
grant select on applied_migration to rasad_app;
