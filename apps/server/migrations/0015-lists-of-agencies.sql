-- A list may be of several agencies, each row naming its own: then it has no agency, and only those see it who see the whole
-- province. What became of the rows is counted by agency with every import.

alter table job_import alter column agency_id drop not null, add column agencies jsonb;
update job_import set agencies = jsonb_build_array(jsonb_build_object('agency', agency_id, 'rows', rows, 'accepted', accepted,
  'rejected', rejected, 'duplicate', duplicate, 'conflict', conflict));
alter table job_import alter column agencies set not null;
comment on column job_import.agency_id is 'The sender; null for a list of several agencies.';
comment on column job_import.agencies is 'The verdicts by agency. Of lists before this column every row is counted to the sender.';

alter table import_mapping drop constraint import_mapping_is_one_per_agency;
alter table import_mapping alter column agency_id drop not null,
  add constraint import_mapping_is_one_per_agency unique nulls not distinct (province_id, agency_id);
comment on column import_mapping.agency_id is 'Null for the lists of several agencies.';
