-- A commitment is kept in versions, each a whole matrix that adds up; old ones stay readable (DOMAIN §9.1).
create table commitment_version (
  province_id text        not null collate "C",
  period_id   text        not null collate "C",
  baseline    text        not null,
  version     integer     not null,
  total       bigint      not null,
  reason      text,
  source_file text        not null,
  pins        jsonb       not null default '[]',
  grounds     jsonb,
  set_by      text        not null,
  set_at      timestamptz not null default clock_timestamp(),
  constraint commitment_version_is_known_by_number primary key (province_id, period_id, baseline, version),
  constraint commitment_version_lies_in_a_period foreign key (province_id, period_id) references commitment_period,
  constraint commitment_version_baseline_is_known check (baseline in ('provincial', 'national')),
  constraint commitment_version_total_is_not_negative check (total >= 0)
);
comment on table commitment_version is 'One version of a commitment of one baseline. Only added: an amendment is a new version.';

create table commitment_notice (
  province_id   text        not null collate "C",
  period_id     text        not null collate "C",
  baseline      text        not null,
  version       integer     not null,
  entry_id      bigint      not null,
  letter_number text,
  letter_date   date,
  notified_by   text        not null,
  notified_at   timestamptz not null default clock_timestamp(),
  constraint commitment_notice_happens_once primary key (province_id, period_id, baseline, version),
  constraint commitment_notice_is_of_a_version foreign key (province_id, period_id, baseline, version) references commitment_version,
  constraint commitment_notice_belongs_to_an_entry foreign key (province_id, entry_id) references ledger_entry,
  constraint commitment_notice_letter_is_whole check ((letter_number is null) = (letter_date is null))
);
create index commitment_notice_by_entry on commitment_notice (province_id, entry_id);
comment on table commitment_notice is 'A version came into force (ابلاغ): its difference from the one in force before was posted with this entry. Only added.';

create table commitment_cell (
  province_id text    not null collate "C",
  period_id   text    not null collate "C",
  baseline    text    not null,
  version     integer not null,
  county_id   text    not null collate "C",
  agency_id   text    not null collate "C",
  sector      text    not null,
  value       bigint  not null,
  constraint commitment_cell_is_one_per_cell primary key (province_id, period_id, baseline, version, county_id, agency_id, sector),
  constraint commitment_cell_belongs_to_a_version foreign key (province_id, period_id, baseline, version) references commitment_version,
  constraint commitment_cell_names_a_county foreign key (county_id) references county,
  constraint commitment_cell_names_an_agency foreign key (agency_id) references agency,
  constraint commitment_cell_sector_is_known check (sector in ('agriculture', 'industry', 'services', 'unspecified')),
  constraint commitment_cell_value_is_not_negative check (value >= 0)
);
create index commitment_cell_by_county on commitment_cell (county_id);
create index commitment_cell_by_agency on commitment_cell (agency_id);
comment on table commitment_cell is 'Share of one agency in one county and sector in a version. Only added.';

grant select, insert on commitment_version, commitment_notice, commitment_cell to rasad_app;
