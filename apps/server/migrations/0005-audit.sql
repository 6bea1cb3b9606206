-- Every change writes one row here in its own transaction: who did what to what, and with which words (DOMAIN §10).
create table audit (
  audit_id    bigint      not null generated always as identity,
  province_id text        collate "C",
  at          timestamptz not null default clock_timestamp(),
  actor       text        not null,
  action      text        not null,
  subject     jsonb       not null,
  constraint audit_is_known_by_id primary key (audit_id),
  constraint audit_lies_in_a_province foreign key (province_id) references province
);
create index audit_by_province on audit (province_id, audit_id);
create index audit_by_actor on audit (actor, audit_id);
comment on table audit is 'What was done, by whom and when. Only added.';

grant select, insert on audit to rasad_app;
