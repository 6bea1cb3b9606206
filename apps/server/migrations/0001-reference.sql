-- Reference data: divisions, organisations and classifications that every province shares. Codes are text, so
-- that leading zeros stay (DOMAIN §6); divisions come and go, so each row says from when to when it is in force.
create table province (
  code       text not null collate "C",
  name_fa    text not null,
  name_en    text not null,
  valid_from date,
  valid_to   date,
  constraint province_is_known_by_code primary key (code),
  constraint province_code_has_two_digits check (code ~ '^[0-9]{2}$'),
  constraint province_ends_after_it_begins check (valid_to > valid_from)
);
comment on table province is 'First-level division (استان). One row a province, written by the reference loader.';

create table county (
  code              text not null collate "C",
  province_id       text not null collate "C",
  name_fa           text not null,
  name_en           text not null,
  alternative_names text[] not null default '{}',
  valid_from        date,
  valid_to          date,
  constraint county_is_known_by_code primary key (code),
  constraint county_lies_in_a_province foreign key (province_id) references province,
  constraint county_code_extends_province check (code ~ '^[0-9]{4}$' and left(code, 2) = province_id),
  constraint county_ends_after_it_begins check (valid_to > valid_from)
);
create index county_by_province on county (province_id);
comment on table county is 'Second-level division (شهرستان). One row a county, written by the reference loader.';

create table district (
  code        text not null collate "C",
  county_id   text not null collate "C",
  name_fa     text not null,
  valid_from  date,
  valid_to    date,
  constraint district_is_known_by_code primary key (code),
  constraint district_lies_in_a_county foreign key (county_id) references county
);
create index district_by_county on district (county_id);
comment on table district is 'Third-level division (بخش). One row a district, written by the reference loader.';

create table rural_district (
  code        text not null collate "C",
  county_id   text not null collate "C",
  district_id text not null collate "C",
  name_fa     text not null,
  valid_from  date,
  valid_to    date,
  constraint rural_district_is_known_by_code primary key (code),
  constraint rural_district_lies_in_a_county foreign key (county_id) references county,
  constraint rural_district_lies_in_a_district foreign key (district_id) references district
);
create index rural_district_by_county on rural_district (county_id);
create index rural_district_by_district on rural_district (district_id);
comment on table rural_district is 'Group of villages (دهستان). One row a rural district, written by the reference loader.';

create table city (
  code        text not null collate "C",
  county_id   text not null collate "C",
  district_id text collate "C",
  city_id     text collate "C",
  kind        text not null,
  name_fa     text not null,
  name_en     text,
  constraint city_is_known_by_code primary key (code),
  constraint city_lies_in_a_county foreign key (county_id) references county,
  constraint city_lies_in_a_district foreign key (district_id) references district,
  constraint city_zone_belongs_to_a_city foreign key (city_id) references city,
  constraint city_kind_is_known check (kind in ('city', 'city_zone'))
);
create index city_by_county on city (county_id);
create index city_by_district on city (district_id);
create index city_by_city on city (city_id);
comment on table city is 'Town or zone of a large town (شهر). One row each, written by the reference loader.';

create table village (
  code              text not null collate "C",
  county_id         text not null collate "C",
  rural_district_id text not null collate "C",
  name_fa           text not null,
  constraint village_is_known_by_code primary key (code),
  constraint village_lies_in_a_county foreign key (county_id) references county,
  constraint village_lies_in_a_rural_district foreign key (rural_district_id) references rural_district
);
create index village_by_county on village (county_id);
create index village_by_rural_district on village (rural_district_id);
comment on table village is 'Settlement inside a rural district (آبادی). Loaded by an operator; the product carries none.';

create table outline (
  code     text  not null collate "C",
  geometry jsonb not null,
  covers   text[] not null default '{}',
  source   text  not null,
  constraint outline_is_known_by_code primary key (code)
);
comment on table outline is 'GeoJSON geometry of a province or county. Loaded by an operator; the product carries none.';

create table tile (
  code       text not null collate "C",
  level      text not null,
  tile_column integer not null,
  tile_row   integer not null,
  constraint tile_is_known_by_code primary key (code),
  constraint tile_level_is_known check (level in ('province', 'county'))
);
comment on table tile is 'Place of a province or county on the tile map. One row a division, written by the reference loader.';

create table agency (
  code       text not null collate "C",
  name_fa    text not null,
  name_en    text not null,
  short_fa   text not null,
  parent     text,
  field      text,
  sector     text,
  kind       text not null,
  alternative_names text[] not null default '{}',
  constraint agency_is_known_by_code primary key (code)
);
comment on table agency is 'Executive agency that can hold a share of a commitment (دستگاه اجرایی). Written by the reference loader.';

create table bank (
  code    text not null collate "C",
  name_fa text not null,
  name_en text not null,
  kind    text not null,
  active  boolean not null,
  constraint bank_is_known_by_code primary key (code)
);
comment on table bank is 'Bank, by the three digits that name it in an IBAN. Written by the reference loader.';

create table isic_activity (
  code        text not null collate "C",
  level       text not null,
  title_fa    text not null,
  title_en    text not null,
  parent_code text collate "C",
  sector      text not null,
  constraint isic_activity_is_known_by_code primary key (code),
  constraint isic_activity_has_a_parent foreign key (parent_code) references isic_activity,
  constraint isic_activity_sector_is_known check (sector in ('agriculture', 'industry', 'services'))
);
create index isic_activity_by_parent on isic_activity (parent_code);
comment on table isic_activity is 'Economic activity of ISIC revision 4. Written by the reference loader.';

create table population (
  code       text    not null collate "C",
  year       integer not null,
  population integer not null,
  active     integer,
  unemployed integer,
  constraint population_is_known_by_place_and_year primary key (code, year)
);
comment on table population is 'Census figures of a province or county, for weights and rates. Written by the reference loader.';

create table reference_load (
  checksum  text        not null,
  loaded_at timestamptz not null default clock_timestamp(),
  constraint reference_load_is_known_by_checksum primary key (checksum)
);
comment on table reference_load is 'Which state of the product''s own tables was loaded, by the checksum of their files.';

grant select on reference_load, province, county, district, rural_district, city, village, outline, tile, agency, bank, isic_activity, population to rasad_app;
