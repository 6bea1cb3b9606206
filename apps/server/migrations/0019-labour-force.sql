-- What an operator knows of the labour force of a place, for the breakdown by county (DOMAIN §8.2).

create table labour_force (
  code              text          not null collate "C",
  year              integer       not null,
  active            integer,
  unemployment_rate numeric(4, 1),
  source            text          not null,
  constraint labour_force_is_known_by_place_and_year primary key (code, year),
  constraint labour_force_says_something check (active is not null or unemployment_rate is not null),
  constraint labour_force_is_not_negative check (active >= 0),
  constraint labour_force_rate_is_a_share check (unemployment_rate between 0 and 100)
);
comment on table labour_force is 'Active people and unemployment rate of a province or county in a Jalali year, with their source. Loaded by the operator.';

grant select on labour_force
  to rasad_app, rasad_write_province, rasad_national, rasad_province, rasad_county, rasad_agency, rasad_agency_county, rasad_bank;
