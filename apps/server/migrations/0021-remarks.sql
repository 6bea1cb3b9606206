-- What an agency or a county says about its row of the figures (توضیح, DOMAIN §8.1 and §8.2). A remark is altered by a
-- further version and withdrawn by an empty one, so that the breakdown of a past moment shows what stood there then.

create table remark (
  province_id text        not null collate "C",
  period_id   text        not null collate "C",
  agency_id   text        collate "C",
  county_id   text        collate "C",
  version     integer     not null,
  text        text        not null,
  written_by  text        not null,
  written_at  timestamptz not null default moment_of_act(),
  constraint remark_is_known_by_version unique nulls not distinct (province_id, period_id, agency_id, county_id, version),
  constraint remark_lies_in_a_period foreign key (province_id, period_id) references commitment_period,
  constraint remark_names_an_agency foreign key (agency_id) references agency,
  constraint remark_names_a_county foreign key (county_id) references county,
  constraint remark_is_of_one_row check (num_nonnulls(agency_id, county_id) = 1),
  constraint remark_version_begins_at_one check (version >= 1),
  constraint remark_text_fits_its_column check (char_length(text) <= 500)
);
create index remark_by_agency on remark (agency_id);
create index remark_by_county on remark (county_id);
comment on table remark is 'One version of what is said about the row of an agency or of a county in a period; an empty text withdraws it. Only added.';

grant select, insert on remark to rasad_app, rasad_write_province;
grant select on remark to rasad_national, rasad_province, rasad_county, rasad_agency, rasad_agency_county;

-- The remark of an agency speaks of all its counties and that of a county of all its agencies: each is seen by its own
-- and by those above, and by nobody who stands for one agency in one county.
alter table remark enable row level security;
create policy remark_for_app on remark to rasad_app using (true) with check (true);
create policy remark_for_write_province on remark to rasad_write_province
  using (province_id = (select nullif(current_setting('rasad.province', true), '')))
  with check (province_id = (select nullif(current_setting('rasad.province', true), '')));
create policy remark_for_national on remark for select to rasad_national using (true);
create policy remark_for_province on remark for select to rasad_province
  using (province_id = (select nullif(current_setting('rasad.province', true), '')));
create policy remark_for_county on remark for select to rasad_county
  using (province_id = (select nullif(current_setting('rasad.province', true), ''))
    and county_id = (select nullif(current_setting('rasad.county', true), '')));
create policy remark_for_agency on remark for select to rasad_agency
  using (province_id = (select nullif(current_setting('rasad.province', true), ''))
    and agency_id = (select nullif(current_setting('rasad.agency', true), '')));
create policy remark_for_agency_county on remark for select to rasad_agency_county using (false);
