-- The ledger: every figure is a sum of postings, rows are only added, a correction undoes and redoes.
-- ADR 2026-11-22-postings-ledger, ADR 2026-11-22-settled-batches.
create table commitment_period (
  province_id         text not null collate "C",
  period_id           text not null collate "C",
  title               text not null,
  start_date          date not null,
  end_date            date not null,
  registration_cutoff date not null,
  constraint commitment_period_is_known_by_name primary key (province_id, period_id),
  constraint commitment_period_lies_in_a_province foreign key (province_id) references province,
  constraint commitment_period_ends_after_it_begins check (end_date > start_date),
  constraint commitment_period_cutoff_is_not_before_end check (registration_cutoff >= end_date)
);
comment on table commitment_period is 'Period a commitment covers (دوره تعهد), with its own start, end and registration cut-off.';

create table ledger_entry (
  province_id text        not null collate "C",
  entry_id    bigint      not null generated always as identity,
  period_id   text        not null collate "C",
  action      text        not null,
  actor       text        not null,
  posted_at   timestamptz not null default clock_timestamp(),
  constraint ledger_entry_is_known_by_id primary key (province_id, entry_id),
  constraint ledger_entry_lies_in_a_period foreign key (province_id, period_id) references commitment_period
);
create index ledger_entry_by_period on ledger_entry (province_id, period_id);
comment on table ledger_entry is 'One act and the postings it caused: a step, an import, a commitment version. Only added.';

create table posting (
  province_id text    not null collate "C",
  seq         bigint  not null generated always as identity,
  entry_id    bigint  not null,
  period_id   text    not null collate "C",
  measure     text    not null collate "C",
  state       text    not null collate "C",
  cause       text    not null collate "C",
  amount      bigint  not null,
  job_id      bigint,
  month       integer,
  county_id   text    not null collate "C",
  agency_id   text    not null collate "C",
  sector      text    not null collate "C",
  gender      text    collate "C",
  job_type    text    collate "C",
  novelty     text    collate "C",
  directness  text    collate "C",
  settlement  text    collate "C",
  education   text    collate "C",
  constraint posting_is_known_by_seq primary key (province_id, seq),
  constraint posting_moves_something check (amount <> 0),
  constraint posting_measure_is_known check (measure in ('job', 'job-beside', 'commitment')),
  constraint posting_month_is_jalali check (month % 100 between 1 and 12 and month between 130001 and 150012),
  constraint posting_of_a_job_names_it check ((measure = 'commitment') = (job_id is null) and (job_id is null) = (month is null))
) partition by list (province_id);
create index posting_by_entry on posting (province_id, entry_id);
create index posting_by_job on posting (province_id, job_id);
create index posting_by_cell on posting (province_id, period_id, county_id, agency_id);
comment on table posting is 'One signed movement of a measure in a cell (سند). Only added; written by the ledger module alone.';

do $$
declare code text;
begin
  for code in select lpad(n::text, 2, '0') from generate_series(0, 30) n loop
    execute format('create table posting_%s partition of posting for values in (%L)', code, code);
    execute format('comment on table posting_%s is %L', code, 'Postings of province ' || code || '.');
  end loop;
end $$;

-- Checked once a statement, not row by row: a list brings a million postings of one entry, and no entry is ever deleted.
create function refuse_posting_without_entry() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  if exists (
    select from (select distinct province_id, entry_id from added) as named
    where not exists (select from ledger_entry entry where entry.province_id = named.province_id and entry.entry_id = named.entry_id)
  ) then
    raise foreign_key_violation using constraint = 'posting_belongs_to_an_entry', table = 'posting',
      message = 'a posting names no entry of its province';
  end if;
  return null;
end $$;
create trigger posting_belongs_to_an_entry after insert on posting
  referencing new table as added for each statement execute function refuse_posting_without_entry();

create table posting_tail (
  province_id text    not null collate "C",
  seq         bigint  not null,
  entry_id    bigint  not null,
  period_id   text    not null collate "C",
  measure     text    not null collate "C",
  state       text    not null collate "C",
  amount      bigint  not null,
  month       integer,
  county_id   text    not null collate "C",
  agency_id   text    not null collate "C",
  sector      text    not null collate "C",
  constraint posting_tail_is_known_by_seq primary key (province_id, seq)
);
comment on table posting_tail is 'Postings that no batch holds yet, a second time: the roll-up empties it into the balances.';

create table settled_batch (
  province_id text        not null collate "C",
  batch       bigint      not null,
  settled_at  timestamptz not null default clock_timestamp(),
  postings    bigint      not null,
  constraint settled_batch_is_known_by_number primary key (province_id, batch),
  constraint settled_batch_lies_in_a_province foreign key (province_id) references province,
  constraint settled_batch_holds_something check (postings > 0)
);
create index settled_batch_by_time on settled_batch (province_id, settled_at);
comment on table settled_batch is 'Position of the ledger: what had been posted when this batch settled. "As of" names one of these. Only added.';

create table settled_entry (
  province_id text   not null collate "C",
  entry_id    bigint not null,
  batch       bigint not null,
  constraint settled_entry_is_settled_once primary key (province_id, entry_id),
  constraint settled_entry_belongs_to_an_entry foreign key (province_id, entry_id) references ledger_entry,
  constraint settled_entry_belongs_to_a_batch foreign key (province_id, batch) references settled_batch
);
create index settled_entry_by_batch on settled_entry (province_id, batch);
comment on table settled_entry is 'Which batch an entry settled in. Only added.';

-- Balances: a grain is a set of dimensions. Batch 0 marks the running balance; any other number is
-- a checkpoint, the balance as it stood when that batch settled. The deltas are what each batch moved.
create table balance_report (
  province_id text   not null collate "C",
  period_id   text   not null collate "C",
  batch       bigint not null,
  county_id   text   not null collate "C",
  agency_id   text   not null collate "C",
  measure     text   not null collate "C",
  state       text   not null collate "C",
  amount      bigint not null,
  constraint balance_report_is_one_per_cell primary key (province_id, period_id, batch, county_id, agency_id, measure, state) include (amount)
);
comment on table balance_report is 'Balances by county and agency: the breakdown that councils ask for. Derived; "rasad ledger rebuild" makes it anew.';

create table balance_report_delta (
  province_id text   not null collate "C",
  period_id   text   not null collate "C",
  batch       bigint not null,
  county_id   text   not null collate "C",
  agency_id   text   not null collate "C",
  measure     text   not null collate "C",
  state       text   not null collate "C",
  amount      bigint not null,
  constraint balance_report_delta_is_one_per_cell primary key (province_id, period_id, batch, county_id, agency_id, measure, state) include (amount)
);
comment on table balance_report_delta is 'What each batch moved, by county and agency. Derived.';

create table balance_month (
  province_id text    not null collate "C",
  period_id   text    not null collate "C",
  batch       bigint  not null,
  month       integer not null,
  county_id   text    not null collate "C",
  agency_id   text    not null collate "C",
  sector      text    not null collate "C",
  measure     text    not null collate "C",
  state       text    not null collate "C",
  amount      bigint  not null,
  constraint balance_month_is_one_per_cell primary key (province_id, period_id, batch, month, county_id, agency_id, sector, measure, state) include (amount)
);
comment on table balance_month is 'Balances by month, county, agency and sector (month 0: the posting has none). Derived.';

create table balance_month_delta (
  province_id text    not null collate "C",
  period_id   text    not null collate "C",
  batch       bigint  not null,
  month       integer not null,
  county_id   text    not null collate "C",
  agency_id   text    not null collate "C",
  sector      text    not null collate "C",
  measure     text    not null collate "C",
  state       text    not null collate "C",
  amount      bigint  not null,
  constraint balance_month_delta_is_one_per_cell primary key (province_id, period_id, batch, month, county_id, agency_id, sector, measure, state) include (amount)
);
comment on table balance_month_delta is 'What each batch moved, by month, county, agency and sector. Derived.';

create table balance_province (
  province_id text   not null collate "C",
  period_id   text   not null collate "C",
  batch       bigint not null,
  measure     text   not null collate "C",
  state       text   not null collate "C",
  amount      bigint not null,
  constraint balance_province_is_one_per_cell primary key (province_id, period_id, batch, measure, state) include (amount)
);
comment on table balance_province is 'Balances of whole provinces: the national breakdown. Derived.';

create table balance_province_delta (
  province_id text   not null collate "C",
  period_id   text   not null collate "C",
  batch       bigint not null,
  measure     text   not null collate "C",
  state       text   not null collate "C",
  amount      bigint not null,
  constraint balance_province_delta_is_one_per_cell primary key (province_id, period_id, batch, measure, state) include (amount)
);
comment on table balance_province_delta is 'What each batch moved, for whole provinces. Derived.';

create table balance_checkpoint (
  province_id text   not null collate "C",
  grain       text   not null,
  batch       bigint not null,
  constraint balance_checkpoint_is_one_per_batch primary key (province_id, grain, batch)
);
comment on table balance_checkpoint is 'At which batches a grain keeps whole balances, so that "as of" sums few deltas. Derived.';

grant select, insert on ledger_entry, posting, settled_batch, settled_entry to rasad_app;
grant select, insert, delete on posting_tail to rasad_app;
grant select, insert, update, delete on
  balance_report, balance_report_delta, balance_month, balance_month_delta,
  balance_province, balance_province_delta, balance_checkpoint to rasad_app;
grant select, insert on commitment_period to rasad_app;
