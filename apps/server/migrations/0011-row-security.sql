-- The second fence behind the scope in every query: row-level security, one role for each level of scope and one policy
-- for each role and table, each a plain equality with a setting of the transaction (ADR 2026-11-22-scope-in-sql-then-row-security).
-- The owner of the tables is above it: migrations, reference data, backup and restore see everything.

-- Whoever is party to a case sees whose person it is about, though the job be another agency's.
alter table conflict_case add column person_id bigint;
update conflict_case set person_id = job.person_id
from job where job.province_id = conflict_case.province_id and job.job_id = conflict_case.job_id;
alter table conflict_case alter column person_id set not null,
  add constraint conflict_case_is_about_a_person foreign key (province_id, person_id) references person;
create index conflict_case_by_person on conflict_case (province_id, person_id);

create function is_party_to_case(province text, case_number bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with scope as (
    select nullif(current_setting('rasad.county', true), '') as county, nullif(current_setting('rasad.agency', true), '') as agency
  )
  select exists (
    select from scope, claim where claim.province_id = province and claim.case_id = case_number
      and (scope.county is null or claim.county_id = scope.county) and (scope.agency is null or claim.agency_id = scope.agency)
  ) or exists (
    select from scope, conflict_case
    join job on job.province_id = conflict_case.province_id and job.job_id = conflict_case.job_id
    where conflict_case.province_id = province and conflict_case.case_id = case_number
      and (scope.county is null or job.county_id = scope.county) and (scope.agency is null or job.agency_id = scope.agency)
  )
$$;
comment on function is_party_to_case is 'Whether the county and agency of the transaction''s settings hold the job of a case or a claim in it.';
revoke execute on function is_party_to_case from public;
grant execute on function is_party_to_case to rasad_county, rasad_agency, rasad_agency_county;

-- What a posting, a step and a service name is looked up as the foreign keys do it: above the fence.
alter function refuse_posting_without_entry() security definer set search_path = public, pg_temp;
alter function refuse_stray_step() security definer set search_path = public, pg_temp;
alter function refuse_stray_service() security definer set search_path = public, pg_temp;

-- What the application may, the writer of a province may too; what it may not see is said below.
do $$
declare given record;
begin
  for given in select nspname from pg_namespace, aclexplode(nspacl) where grantee = 'rasad_app'::regrole loop
    execute format('grant usage on schema %I to rasad_write_province', given.nspname);
  end loop;
  for given in
    select nspname, relname, relkind, privilege_type as privilege
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace, aclexplode(relacl)
    where grantee = 'rasad_app'::regrole and nspname !~ '^pg_' and relkind in ('r', 'p', 'v', 'S')
  loop
    execute format('grant %s on %s %I.%I to rasad_write_province', given.privilege,
      case given.relkind when 'S' then 'sequence' else 'table' end, given.nspname, given.relname);
  end loop;
  for given in
    select nspname, relname, privilege_type as privilege, string_agg(quote_ident(attname), ', ') as columns
    from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace, aclexplode(attacl)
    where grantee = 'rasad_app'::regrole and nspname !~ '^pg_' group by nspname, relname, privilege_type
  loop
    execute format('grant %s (%s) on %I.%I to rasad_write_province', given.privilege, given.columns, given.nspname, given.relname);
  end loop;
end $$;

-- Public facts, and what of them a bank sees: its forms name places and periods.
grant select on reference_load, province, county, district, rural_district, city, village, outline, tile, agency, bank, isic_activity,
  population, commitment_period, demonstration to rasad_national, rasad_province, rasad_county, rasad_agency, rasad_agency_county, rasad_bank;
grant select on
  ledger_entry, posting, posting_tail, settled_batch, settled_entry, balance_report, balance_report_delta, balance_month,
  balance_month_delta, balance_checkpoint, commitment_version, commitment_notice, commitment_cell, person, job, job_step,
  employment_service, conflict_case, claim, job_import, job_import_row, job_import_undo, import_mapping,
  demonstration_total
  to rasad_national, rasad_province, rasad_county, rasad_agency, rasad_agency_county;
grant select on balance_province, balance_province_delta, audit, drill, applied_migration to rasad_national, rasad_province;

create function pg_temp.fence(fenced text, reader text, condition text) returns void language plpgsql as $$
begin
  execute format('create policy %I on %I for select to %I using (%s)', fenced || '_for_' || reader, fenced, 'rasad_' || reader, condition);
end $$;

do $$
declare
  in_province constant text := $sql$province_id = (select nullif(current_setting('rasad.province', true), ''))$sql$;
  in_county   constant text := in_province || $sql$ and county_id = (select nullif(current_setting('rasad.county', true), ''))$sql$;
  of_agency   constant text := $sql$ and agency_id = (select nullif(current_setting('rasad.agency', true), ''))$sql$;
  readers     constant text[] := '{county,agency,agency_county}';
  placed      constant text[] := '{job,posting,posting_tail,commitment_cell,balance_report,balance_report_delta,balance_month,balance_month_delta}';
  of_province constant text[] := '{commitment_period,commitment_version,commitment_notice,ledger_entry,settled_batch,settled_entry,balance_checkpoint,job_import_undo,demonstration_total}';
  own_job     constant text := $sql$ and exists (select from job where job.province_id = %1$I.province_id and job.job_id = %1$I.job_id)$sql$;
  own_import  constant text := $sql$ and exists (select from job_import own where own.province_id = job_import_row.province_id and own.import_id = job_import_row.import_id)$sql$;
  own_person  constant text := $sql$ and (exists (select from job where job.province_id = person.province_id and job.person_id = person.person_id)
    or exists (select from conflict_case where conflict_case.province_id = person.province_id and conflict_case.person_id = person.person_id))$sql$;
  fenced text;
  reader text;
  writes text;
begin
  for fenced in
    select relname from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'province_id'
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname not in ('county', 'audit')
  loop
    execute format('alter table %I enable row level security', fenced);
    execute format('create policy %I on %I to rasad_app using (true) with check (true)', fenced || '_for_app', fenced);
    execute format('create policy %I on %I to rasad_write_province using (%s) with check (%s)',
      fenced || '_for_write_province', fenced, in_province, in_province);
    perform pg_temp.fence(fenced, 'national', 'true');
    perform pg_temp.fence(fenced, 'province', in_province);
  end loop;

  -- An act need not be of one province; what was done to the whole system is told to whoever watches it in a province.
  alter table audit enable row level security;
  create policy audit_for_app on audit to rasad_app using (true) with check (true);
  writes := in_province || ' or province_id is null';
  execute format('create policy audit_for_write_province on audit to rasad_write_province using (%s) with check (%s)', writes, writes);
  perform pg_temp.fence('audit', 'national', 'true');
  perform pg_temp.fence('audit', 'province', in_province || $sql$ or (province_id is null and action in ('backup.made', 'ledger.checked'))$sql$);

  foreach fenced in array placed loop
    perform pg_temp.fence(fenced, 'county', in_county);
    perform pg_temp.fence(fenced, 'agency', in_province || of_agency);
    perform pg_temp.fence(fenced, 'agency_county', in_county || of_agency);
  end loop;

  foreach reader in array readers loop
    foreach fenced in array of_province loop
      perform pg_temp.fence(fenced, reader, in_province);
    end loop;
    foreach fenced in array '{job_step,employment_service}'::text[] loop
      perform pg_temp.fence(fenced, reader, in_province || format(own_job, fenced));
    end loop;
    foreach fenced in array '{conflict_case,claim}'::text[] loop
      perform pg_temp.fence(fenced, reader, in_province || ' and is_party_to_case(province_id, case_id)');
    end loop;
    perform pg_temp.fence('person', reader, in_province || own_person);
    perform pg_temp.fence('job_import_row', reader, in_province || own_import);
  end loop;

  -- A list is an agency's, of all its counties: no county has one.
  foreach fenced in array '{job_import,import_mapping}'::text[] loop
    perform pg_temp.fence(fenced, 'county', 'false');
    perform pg_temp.fence(fenced, 'agency', in_province || of_agency);
    perform pg_temp.fence(fenced, 'agency_county', 'false');
  end loop;
  perform pg_temp.fence('commitment_period', 'bank', in_province);
end $$;
