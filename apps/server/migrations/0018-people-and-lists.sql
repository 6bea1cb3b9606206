-- Two operators who change one account or one period see each other's change instead of writing over it; a lock says who
-- made it and why; the saved columns of an agency's lists have a name, and can be taken away. ADR 2026-11-22-sign-in.
alter table identity.user_role
  add column version     integer     not null default 1,
  add column changed_by  text,
  add column changed_at  timestamptz,
  add column locked_by   text,
  add column lock_reason text,
  add constraint user_role_is_changed_by_somebody check (num_nulls(changed_by, changed_at) in (0, 2)),
  add constraint user_role_has_no_reason_while_open check (locked_at is not null or num_nonnulls(locked_by, lock_reason) = 0);

alter table commitment_period
  add column version    integer     not null default 1,
  add column changed_by text,
  add column changed_at timestamptz,
  add constraint commitment_period_is_changed_by_somebody check (num_nulls(changed_by, changed_at) in (0, 2));
grant update (title, registration_cutoff, version, changed_by, changed_at) on commitment_period to rasad_app, rasad_write_province;

alter table import_mapping add column title text;
grant delete on import_mapping to rasad_app, rasad_write_province;
