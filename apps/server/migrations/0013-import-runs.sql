-- A run is an import that was asked for: it stands here with its job in the queue, and survives the process that does it.
-- The rows of a dry run are kept to be mended and imported. ADR 2026-11-23-import-runs-in-the-queue.
create table import_run (
  province_id text             not null collate "C",
  run_id      text             not null collate "C",
  period_id   text             not null collate "C",
  agency_id   text             collate "C",
  file_name   text             not null,
  file_sha256 text             not null,
  file_bytes  bigint           not null,
  mapping     jsonb            not null,
  dry_run     boolean          not null,
  asked_by    text             not null,
  asked_at    timestamptz      not null,
  phase       text             not null default 'waiting',
  progress    double precision not null default 0,
  rows_read   integer          not null default 0,
  ended_at    timestamptz,
  outcome     jsonb,
  preview     jsonb,
  sheets      jsonb,
  problem     jsonb,
  kept_until  timestamptz,
  from_run_id text             collate "C",
  import_id   bigint,
  constraint import_run_is_known_by_id primary key (province_id, run_id),
  constraint import_run_lies_in_a_period foreign key (province_id, period_id) references commitment_period,
  constraint import_run_names_an_agency foreign key (agency_id) references agency,
  constraint import_run_follows_a_dry_run foreign key (province_id, from_run_id) references import_run,
  constraint import_run_becomes_an_import foreign key (province_id, import_id) references job_import,
  constraint import_run_phase_is_known check (phase in ('waiting', 'reading', 'entering', 'done', 'refused', 'failed', 'cancelled')),
  constraint import_run_ends_once check ((ended_at is null) = (phase in ('waiting', 'reading', 'entering'))),
  constraint import_run_enters_unless_dry check ((import_id is not null) = (phase = 'done' and not dry_run)),
  constraint import_run_keeps_what_was_checked check (kept_until is null or (dry_run and phase = 'done'))
);
create index import_run_by_id on import_run (run_id);
create index import_run_by_time on import_run (province_id, asked_at);
create index import_run_by_period on import_run (province_id, period_id);
create index import_run_by_agency on import_run (agency_id);
create index import_run_by_dry_run on import_run (province_id, from_run_id);
create index import_run_under_way on import_run (asked_at) where ended_at is null;
create index import_run_kept on import_run (kept_until) where kept_until is not null;
create unique index import_run_is_one_per_import on import_run (province_id, import_id);
create unique index import_run_is_one_per_dry_run on import_run (province_id, from_run_id)
  where phase in ('waiting', 'reading', 'entering', 'done');
comment on table import_run is 'An import or dry run that was asked for: how far it is and what came of it.';
comment on column import_run.asked_at is 'By the clock of who was asked; the list is judged as of this moment, however late it is read.';
comment on column import_run.sheets is 'How each sheet was read, for rows that are judged again.';
comment on column import_run.kept_until is 'Until then the rows of a dry run are kept; null when none are.';

create table import_run_row (
  province_id  text    not null collate "C",
  run_id       text    not null collate "C",
  sheet_number integer not null,
  row_number   integer not null,
  verdict      text    not null,
  reasons      text[]  not null default '{}',
  corrections  text[]  not null default '{}',
  warnings     text[]  not null default '{}',
  job_id       bigint,
  county_id    text    collate "C",
  source       jsonb   not null,
  mended       jsonb   not null default '{}',
  version      integer not null default 0,
  constraint import_run_row_is_one_per_row primary key (province_id, run_id, sheet_number, row_number),
  constraint import_run_row_belongs_to_a_run foreign key (province_id, run_id) references import_run,
  constraint import_run_row_verdict_is_known check (verdict in ('accepted', 'rejected', 'duplicate', 'conflict'))
);
comment on table import_run_row is 'A row of a kept dry run that there is something to say about, or that was mended. Cleared with it.';
comment on column import_run_row.source is 'The row as it stands in the file.';
comment on column import_run_row.mended is 'What stands in place of the file''s cells, by column.';

create table import_run_person (
  province_id  text    not null collate "C",
  run_id       text    not null collate "C",
  sheet_number integer not null,
  row_number   integer not null,
  national_id  text    not null collate "C",
  constraint import_run_person_is_one_per_row primary key (province_id, run_id, sheet_number, row_number),
  constraint import_run_person_belongs_to_a_run foreign key (province_id, run_id) references import_run
);
create index import_run_person_by_national_id on import_run_person (province_id, run_id, national_id);
comment on table import_run_person is 'Whom each row of a kept dry run names, so that a mended row is held against the others. Cleared with it.';

create table import_run_mending (
  province_id  text        not null collate "C",
  run_id       text        not null collate "C",
  sheet_number integer     not null,
  row_number   integer     not null,
  version      integer     not null,
  mended       jsonb       not null,
  mended_by    text        not null,
  mended_at    timestamptz not null default clock_timestamp(),
  constraint import_run_mending_is_one_per_version primary key (province_id, run_id, sheet_number, row_number, version),
  constraint import_run_mending_belongs_to_a_run foreign key (province_id, run_id) references import_run
);
comment on table import_run_mending is 'One act of mending a row of a kept dry run: what stood in place of its cells from then on. Cleared with it.';

create table job_import_mending (
  province_id text        not null collate "C",
  import_id   bigint      not null,
  sheet       text        not null,
  row_number  integer     not null,
  column_name text        not null,
  before      text        not null,
  after       text        not null,
  mended_by   text        not null,
  mended_at   timestamptz not null,
  constraint job_import_mending_is_one_per_cell primary key (province_id, import_id, sheet, row_number, column_name),
  constraint job_import_mending_belongs_to_an_import foreign key (province_id, import_id) references job_import
);
comment on table job_import_mending is 'A cell that was mended before its list entered: what the file says and what was read in its place. Only added.';

-- The queue's tables belong to the owner, who makes them when a server first starts.
create function queue_import_run(province text, run text) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform graphile_worker.add_job('import-run', json_build_object('province', province, 'runId', run),
    job_key => 'import-run:' || run, max_attempts => 5);
end $$;
comment on function queue_import_run is 'Puts a run into the queue, with the transaction that asks for it.';
revoke execute on function queue_import_run from public;
grant execute on function queue_import_run to rasad_app, rasad_write_province;

grant select, insert, update on import_run, import_run_row to rasad_app, rasad_write_province;
grant delete on import_run_row to rasad_app, rasad_write_province;
grant select, insert, delete on import_run_person, import_run_mending to rasad_app, rasad_write_province;
grant select, insert on job_import_mending to rasad_app, rasad_write_province;
grant select on import_run, import_run_row, import_run_mending, job_import_mending
  to rasad_national, rasad_province, rasad_county, rasad_agency, rasad_agency_county;

do $$
declare
  in_province constant text := $sql$province_id = (select nullif(current_setting('rasad.province', true), ''))$sql$;
  of_agency   constant text := $sql$ and agency_id = (select nullif(current_setting('rasad.agency', true), ''))$sql$;
  own_run     constant text := $sql$ and exists (select from import_run own where own.province_id = %1$I.province_id and own.run_id = %1$I.run_id)$sql$;
  own_import  constant text := $sql$ and exists (select from job_import own where own.province_id = %1$I.province_id and own.import_id = %1$I.import_id)$sql$;
  fenced text;
  reader text;
  condition text;
begin
  foreach fenced in array '{import_run,import_run_row,import_run_person,import_run_mending,job_import_mending}'::text[] loop
    execute format('alter table %I enable row level security', fenced);
    execute format('create policy %I on %I to rasad_app using (true) with check (true)', fenced || '_for_app', fenced);
    execute format('create policy %I on %I to rasad_write_province using (%s) with check (%s)',
      fenced || '_for_write_province', fenced, in_province, in_province);
    continue when fenced = 'import_run_person';
    foreach reader in array '{national,province,county,agency,agency_county}'::text[] loop
      condition := case
        when reader = 'national' then 'true'
        when reader = 'province' then in_province
        -- A list is an agency's, of all its counties: no county has one.
        when fenced = 'import_run' and reader = 'agency' then in_province || of_agency
        when fenced = 'import_run' then 'false'
        when fenced = 'job_import_mending' then in_province || format(own_import, fenced)
        else in_province || format(own_run, fenced)
      end;
      execute format('create policy %I on %I for select to %I using (%s)', fenced || '_for_' || reader, fenced, 'rasad_' || reader, condition);
    end loop;
  end loop;
end $$;
