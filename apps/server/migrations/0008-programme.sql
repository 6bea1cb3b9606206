-- A commitment may also be divided by programme (DOMAIN §9: agency × county × sector × programme). Cells that were set
-- before are in none. Postings carry no programme: the ledger moves by county, agency and sector.
alter table commitment_cell add column programme text not null default 'unspecified';
alter table commitment_cell
  drop constraint commitment_cell_is_one_per_cell,
  add constraint commitment_cell_is_one_per_cell
    primary key (province_id, period_id, baseline, version, county_id, agency_id, sector, programme),
  add constraint commitment_cell_programme_is_known check (programme in (
    'home-based-businesses', 'job-loans', 'production-loans', 'rural-employment', 'internship', 'insurance-incentive',
    'skill-training', 'cooperatives', 'clusters', 'greenhouses', 'unit-revival', 'unspecified'
  ));
comment on table commitment_cell is 'Share of one agency in one county, sector and programme in a version. Only added.';
