-- People, the services they were given, the one job each is counted with, and the steps of that job (DOMAIN §0.2, §9.2).
-- ADR 2026-11-22-state-folded-from-steps.
create table person (
  province_id text   not null collate "C",
  person_id   bigint not null generated always as identity,
  national_id text   not null collate "C",
  first_name  text   not null,
  last_name   text   not null,
  father_name text,
  birth_date  date,
  gender      text   not null,
  mobile      text,
  name_key    text   not null,
  constraint person_is_known_by_id primary key (province_id, person_id),
  constraint person_is_one_per_national_id unique (province_id, national_id),
  constraint person_national_id_has_ten_digits check (national_id ~ '^[0-9]{10}$'),
  constraint person_gender_is_known check (gender in ('female', 'male', 'unspecified'))
);
comment on table person is 'A person by national ID, once a province that the period of their jobs proves. Written by the jobs module.';

create table job_import (
  province_id text        not null collate "C",
  import_id   bigint      not null,
  period_id   text        not null collate "C",
  agency_id   text        not null collate "C",
  entry_id    bigint,
  file_name   text        not null,
  file_sha256 text        not null,
  file_bytes  bigint      not null,
  rows        integer     not null,
  accepted    integer     not null,
  rejected    integer     not null,
  duplicate   integer     not null,
  conflict    integer     not null,
  reasons     jsonb       not null,
  corrections jsonb       not null,
  warnings    jsonb       not null,
  sheets      jsonb       not null,
  imported_by text        not null,
  imported_at timestamptz not null default clock_timestamp(),
  constraint job_import_is_known_by_id primary key (province_id, import_id),
  constraint job_import_lies_in_a_period foreign key (province_id, period_id) references commitment_period,
  constraint job_import_names_an_agency foreign key (agency_id) references agency,
  constraint job_import_belongs_to_an_entry foreign key (province_id, entry_id) references ledger_entry,
  constraint job_import_verdicts_add_up check (rows = accepted + rejected + duplicate + conflict)
);
create index job_import_by_period on job_import (province_id, period_id, import_id);
create index job_import_by_agency on job_import (agency_id);
create index job_import_by_entry on job_import (province_id, entry_id);
create index job_import_by_file on job_import (province_id, file_sha256);
comment on table job_import is 'One import of a job list and what became of its rows. Only added.';

create table job_import_row (
  province_id text    not null collate "C",
  import_id   bigint  not null,
  sheet       text    not null,
  row_number  integer not null,
  verdict     text    not null,
  reasons     text[]  not null default '{}',
  corrections text[]  not null default '{}',
  warnings    text[]  not null default '{}',
  job_id      bigint,
  constraint job_import_row_is_one_per_row primary key (province_id, import_id, sheet, row_number),
  constraint job_import_row_belongs_to_an_import foreign key (province_id, import_id) references job_import,
  constraint job_import_row_verdict_is_known check (verdict in ('accepted', 'rejected', 'duplicate', 'conflict'))
);
comment on table job_import_row is 'A row of a list that there is something to say about: refused, corrected or doubtful. Only added.';

create table job_import_undo (
  province_id text        not null collate "C",
  import_id   bigint      not null,
  entry_id    bigint      not null,
  reason      text        not null,
  undone_by   text        not null,
  undone_at   timestamptz not null default clock_timestamp(),
  constraint job_import_undo_happens_once primary key (province_id, import_id),
  constraint job_import_undo_belongs_to_an_import foreign key (province_id, import_id) references job_import,
  constraint job_import_undo_belongs_to_an_entry foreign key (province_id, entry_id) references ledger_entry
);
create index job_import_undo_by_entry on job_import_undo (province_id, entry_id);
comment on table job_import_undo is 'An import that was taken back as a whole. Only added.';

create table import_mapping (
  province_id text        not null collate "C",
  agency_id   text        not null collate "C",
  columns     jsonb       not null,
  saved_by    text        not null,
  saved_at    timestamptz not null default clock_timestamp(),
  constraint import_mapping_is_one_per_agency primary key (province_id, agency_id),
  constraint import_mapping_names_an_agency foreign key (agency_id) references agency
);
create index import_mapping_by_agency on import_mapping (agency_id);
comment on table import_mapping is 'Which header an agency uses for which column, where it differs from what is recognised.';

create table job (
  province_id       text     not null collate "C",
  job_id            bigint   not null generated always as identity,
  period_id         text     not null collate "C",
  person_id         bigint   not null,
  entry_id          bigint   not null,
  state             text     not null collate "C",
  version           integer  not null default 1,
  month             integer  not null,
  start_date        date     not null,
  county_id         text     not null collate "C",
  rural_district_id text     collate "C",
  village_id        text     collate "C",
  place_text        text,
  agency_id         text     not null collate "C",
  sector            text     not null collate "C",
  gender            text     not null collate "C",
  job_type          text     not null collate "C",
  novelty           text     not null collate "C",
  directness        text     not null collate "C",
  settlement        text     not null collate "C",
  education         text     not null collate "C",
  isic              text     collate "C",
  employer          text,
  workshop_code     text     collate "C",
  registered_by     text     not null,
  constraint job_is_known_by_id primary key (province_id, job_id),
  constraint job_belongs_to_a_person foreign key (province_id, person_id) references person,
  constraint job_lies_in_a_period foreign key (province_id, period_id) references commitment_period,
  constraint job_belongs_to_an_entry foreign key (province_id, entry_id) references ledger_entry,
  constraint job_lies_in_its_province check (left(county_id, 2) = province_id),
  constraint job_state_is_known check (state in
    ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed', 'withdrawn', 'duplicate'))
);
create unique index job_is_one_per_person_and_period on job (province_id, period_id, person_id)
  where state <> 'withdrawn' and state <> 'duplicate';
create index job_by_person on job (province_id, person_id);
create index job_by_entry on job (province_id, entry_id);
create index job_by_agency on job (province_id, period_id, agency_id, state, job_id);
create index job_by_county on job (province_id, period_id, county_id, state, job_id);
create index job_by_state on job (province_id, period_id, state, job_id);
comment on table job is 'A person at work, counted once a commitment period. Never deleted; its state is where its steps have led.';

create table job_step (
  province_id text        not null collate "C",
  job_id      bigint      not null,
  step_number integer     not null,
  entry_id    bigint      not null,
  step        text        not null,
  from_state  text,
  to_state    text        not null,
  reason      text,
  changes     jsonb,
  taken_by    text        not null,
  taken_at    timestamptz not null default clock_timestamp(),
  constraint job_step_is_known_by_number primary key (province_id, job_id, step_number)
);
comment on table job_step is 'One step in the life of a job: who, when, from where to where. Only added.';

create table employment_service (
  province_id   text   not null collate "C",
  service_id    bigint not null generated always as identity,
  person_id     bigint not null,
  job_id        bigint,
  agency_id     text   not null collate "C",
  service_type  text,
  service_date  date   not null,
  amount_rial   bigint,
  document_ref  text,
  import_id     bigint,
  source_sheet  text,
  source_row    integer,
  constraint employment_service_is_known_by_id primary key (province_id, service_id),
  constraint employment_service_amount_is_positive check (amount_rial > 0),
  constraint employment_service_type_is_known check (service_type in
    ('information', 'identification', 'consulting', 'training', 'finance', 'technology', 'infrastructure', 'permit', 'promotion'))
);
create index employment_service_by_job on employment_service (province_id, job_id);
comment on table employment_service is 'What an agency gave a person (خدمت اشتغال): many services can contribute to one job. Only added.';

-- What a step and a service name is checked once a statement, not row by row: a list brings a million of each, neither is
-- ever changed, and what they name is never deleted. Each row is looked up by key, whatever the planner knew at first.
create function refuse_stray_step() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  if exists (
    select from added where not exists (select from job where job.province_id = added.province_id and job.job_id = added.job_id)
  ) then
    raise foreign_key_violation using constraint = 'job_step_belongs_to_a_job', table = 'job_step',
      message = 'a step names no job of its province';
  end if;
  if exists (
    select from (select distinct province_id, entry_id from added) as named
    where not exists (select from ledger_entry entry where entry.province_id = named.province_id and entry.entry_id = named.entry_id)
  ) then
    raise foreign_key_violation using constraint = 'job_step_belongs_to_an_entry', table = 'job_step',
      message = 'a step names no entry of its province';
  end if;
  return null;
end $$;
create trigger job_step_belongs_to_a_job_and_an_entry after insert on job_step
  referencing new table as added for each statement execute function refuse_stray_step();

create function refuse_stray_service() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  if exists (
    select from added where job_id is null and not exists (
      select from person where person.province_id = added.province_id and person.person_id = added.person_id)
  ) then
    raise foreign_key_violation using constraint = 'employment_service_is_given_to_a_person', table = 'employment_service',
      message = 'a service names no person of its province';
  end if;
  if exists (
    select from added where job_id is not null and not exists (
      select from job where job.province_id = added.province_id and job.job_id = added.job_id and job.person_id = added.person_id)
  ) then
    raise foreign_key_violation using constraint = 'employment_service_contributes_to_a_job', table = 'employment_service',
      message = 'a service names no job of its person';
  end if;
  return null;
end $$;
create trigger employment_service_names_a_person_and_a_job after insert on employment_service
  referencing new table as added for each statement execute function refuse_stray_service();

create table conflict_case (
  province_id text        not null collate "C",
  case_id     bigint      not null generated always as identity,
  period_id   text        not null collate "C",
  job_id      bigint      not null,
  state       text        not null default 'open',
  opened_at   timestamptz not null default clock_timestamp(),
  decided_at  timestamptz,
  decided_by  text,
  reason      text,
  owner_claim bigint,
  constraint conflict_case_is_known_by_id primary key (province_id, case_id),
  constraint conflict_case_is_about_a_job foreign key (province_id, job_id) references job,
  constraint conflict_case_lies_in_a_period foreign key (province_id, period_id) references commitment_period,
  constraint conflict_case_is_open_or_decided check (state in ('open', 'decided')),
  constraint conflict_case_decision_is_whole check (
    (state = 'decided') = (decided_at is not null and decided_by is not null and owner_claim is not null))
);
create unique index conflict_case_is_open_once_per_job on conflict_case (province_id, job_id) where state = 'open';
create index conflict_case_by_job on conflict_case (province_id, job_id);
create index conflict_case_by_period on conflict_case (province_id, period_id, state, case_id);
comment on table conflict_case is 'Several agencies claim the same person in the same period; deciding it names the owner.';

create table claim (
  province_id   text   not null collate "C",
  claim_id      bigint not null generated always as identity,
  case_id       bigint not null,
  agency_id     text   not null collate "C",
  holds_job     boolean not null,
  month         integer not null,
  start_date    date   not null,
  county_id     text   not null collate "C",
  sector        text   not null collate "C",
  gender        text   not null collate "C",
  job_type      text   not null collate "C",
  novelty       text   not null collate "C",
  directness    text   not null collate "C",
  settlement    text   not null collate "C",
  education     text   not null collate "C",
  employer      text,
  import_id     bigint,
  source_sheet  text,
  source_row    integer,
  claimed_by    text   not null,
  claimed_at    timestamptz not null default clock_timestamp(),
  constraint claim_is_known_by_id primary key (province_id, claim_id),
  constraint claim_belongs_to_a_case foreign key (province_id, case_id) references conflict_case,
  constraint claim_names_an_agency foreign key (agency_id) references agency,
  constraint claim_is_one_per_agency unique (province_id, case_id, agency_id)
);
create index claim_by_agency on claim (agency_id);
comment on table claim is 'One agency''s claim on the person of a conflict case; the holder''s own claim is one of them. Only added.';

alter table conflict_case add constraint conflict_case_owner_is_a_claim
  foreign key (province_id, owner_claim) references claim;
create index conflict_case_by_owner on conflict_case (province_id, owner_claim);

grant select, insert, update on person, import_mapping to rasad_app;
grant usage on sequence person_person_id_seq, job_job_id_seq to rasad_app;
grant select, insert on job_import, job_import_row, job_import_undo, job_step, employment_service, claim to rasad_app;
grant select, insert on job, conflict_case to rasad_app;
grant update (state, version, month, start_date, county_id, rural_district_id, village_id, agency_id, sector, job_type,
  novelty, directness, settlement) on job to rasad_app;
grant update (state, decided_at, decided_by, reason, owner_claim) on conflict_case to rasad_app;
