-- Who may sign in, with what, and as whom: better-auth's tables and ours beside them, apart from the register's own.
-- ADR 2026-11-22-sign-in.
create schema identity;
comment on schema identity is 'People and systems that may sign in.';

create table identity."user" (
  id                 text        not null collate "C",
  name               text        not null,
  email              text        not null,
  email_verified     boolean     not null default true,
  image              text,
  username           text        not null collate "C",
  display_username   text,
  two_factor_enabled boolean     not null default false,
  created_at         timestamptz not null default clock_timestamp(),
  updated_at         timestamptz not null default clock_timestamp(),
  constraint user_is_known_by_id primary key (id),
  constraint user_is_known_by_name unique (username),
  constraint user_has_an_address_of_its_own unique (email)
);
comment on table identity."user" is 'Somebody who may sign in. Made by an operator; the address is the user name and never written to.';

create table identity.account (
  id                       text        not null collate "C",
  account_id               text        not null,
  provider_id              text        not null,
  user_id                  text        not null collate "C",
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default clock_timestamp(),
  updated_at               timestamptz not null default clock_timestamp(),
  constraint account_is_known_by_id primary key (id),
  constraint account_is_of_one_user unique (provider_id, account_id),
  constraint account_is_one_of_its_kind unique (user_id, provider_id),
  constraint account_is_of_a_user foreign key (user_id) references identity."user"
);
comment on table identity.account is 'A way a user signs in: a password (its scrypt hash), or an identity at the OIDC provider.';

create table identity.session (
  id               text        not null collate "C",
  token            text        not null collate "C",
  user_id          text        not null collate "C",
  ip_address       text,
  user_agent       text,
  second_factor_at timestamptz,
  expires_at       timestamptz not null,
  created_at       timestamptz not null default clock_timestamp(),
  updated_at       timestamptz not null default clock_timestamp(),
  constraint session_is_known_by_id primary key (id),
  constraint session_is_known_by_token unique (token),
  constraint session_is_of_a_user foreign key (user_id) references identity."user"
);
create index session_by_user on identity.session (user_id);
comment on table identity.session is 'A browser in which a user is signed in; updated_at is its last use. Deleted when it ends.';

create table identity.verification (
  id         text        not null collate "C",
  identifier text        not null collate "C",
  value      text        not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  constraint verification_is_known_by_id primary key (id)
);
create index verification_by_identifier on identity.verification (identifier);
comment on table identity.verification is 'A sign-in that is under way: it waits for a code, or for the OIDC provider. Deleted when it ends.';

create table identity.two_factor (
  id                        text        not null collate "C",
  user_id                   text        not null collate "C",
  secret                    text        not null,
  backup_codes              text        not null,
  verified                  boolean     not null default true,
  failed_verification_count integer     default 0,
  locked_until              timestamptz,
  constraint two_factor_is_known_by_id primary key (id),
  constraint two_factor_is_one_per_user unique (user_id),
  constraint two_factor_is_of_a_user foreign key (user_id) references identity."user"
);
comment on table identity.two_factor is 'The authenticator of a user: its secret and backup codes, encrypted. It counts once verified.';

create table identity.used_code (
  user_id   text        not null collate "C",
  code_hash text        not null collate "C",
  used_at   timestamptz not null,
  constraint used_code_is_used_once primary key (user_id, code_hash),
  constraint used_code_is_of_a_user foreign key (user_id) references identity."user"
);
comment on table identity.used_code is 'Codes of an authenticator that were tried lately: none is taken twice.';

create table identity.user_role (
  user_id              text        not null collate "C",
  role                 text        not null,
  province_id          text        collate "C",
  county_id            text        collate "C",
  agency_id            text        collate "C",
  bank_id              text        collate "C",
  employer_id          text        collate "C",
  must_change_password boolean     not null,
  locked_at            timestamptz,
  last_sign_in_at      timestamptz,
  constraint user_role_is_one_per_user primary key (user_id),
  constraint user_role_is_of_a_user foreign key (user_id) references identity."user",
  constraint user_role_lies_in_a_province foreign key (province_id) references province,
  constraint user_role_lies_in_a_county foreign key (county_id) references county,
  constraint user_role_names_an_agency foreign key (agency_id) references agency,
  constraint user_role_names_a_bank foreign key (bank_id) references bank,
  constraint user_role_names_an_employer foreign key (employer_id) references agency,
  constraint user_role_places_lie_in_the_province check (province_id is not null or num_nonnulls(county_id, agency_id, bank_id) = 0)
);
create index user_role_by_province on identity.user_role (province_id);
create index user_role_by_county on identity.user_role (county_id);
create index user_role_by_agency on identity.user_role (agency_id);
create index user_role_by_bank on identity.user_role (bank_id);
create index user_role_by_employer on identity.user_role (employer_id);
comment on table identity.user_role is 'What a user is and where (DOMAIN §5), and whether the account is locked. What it was is in the audit.';

create table identity.api_token (
  token_id    bigint      not null generated always as identity,
  name        text        not null,
  secret_hash text        not null collate "C",
  permissions text[]      not null,
  province_id text        collate "C",
  county_id   text        collate "C",
  agency_id   text        collate "C",
  added_by    text        not null,
  added_at    timestamptz not null default clock_timestamp(),
  expires_at  timestamptz,
  revoked_at  timestamptz,
  constraint api_token_is_known_by_id primary key (token_id),
  constraint api_token_is_known_by_name unique (name),
  constraint api_token_is_known_by_secret unique (secret_hash),
  constraint api_token_lies_in_a_province foreign key (province_id) references province,
  constraint api_token_lies_in_a_county foreign key (county_id) references county,
  constraint api_token_names_an_agency foreign key (agency_id) references agency,
  constraint api_token_places_lie_in_the_province check (province_id is not null or num_nonnulls(county_id, agency_id) = 0)
);
create index api_token_by_province on identity.api_token (province_id);
create index api_token_by_county on identity.api_token (county_id);
create index api_token_by_agency on identity.api_token (agency_id);
comment on table identity.api_token is 'A key with which another system asks; only the SHA-256 of its secret. Ended by revoking.';

create table identity.sign_in_guard (
  key          text        not null collate "C",
  failures     integer     not null,
  locks        integer     not null,
  window_from  timestamptz not null,
  locked_until timestamptz,
  constraint sign_in_guard_is_one_per_name primary key (key)
);
comment on table identity.sign_in_guard is 'Attempts to sign in by user name and by address (as SHA-256), and until when no more are taken.';

create table identity.signing_secret (
  is_the_only_one boolean not null default true,
  secret          text    not null,
  constraint signing_secret_is_one primary key (is_the_only_one),
  constraint signing_secret_stands_alone check (is_the_only_one)
);
comment on table identity.signing_secret is 'What cookies are signed and authenticator secrets encrypted with; made at the first need.';

create table identity.demonstration_user (
  user_id     text    not null collate "C",
  place       integer not null,
  password    text    not null,
  totp_secret text,
  constraint demonstration_user_is_one_per_user primary key (user_id),
  constraint demonstration_user_is_a_user foreign key (user_id) references identity."user"
);
comment on table identity.demonstration_user is 'An account of a demonstration, with its password and secret in the open on purpose.';

grant usage on schema identity to rasad_app;
grant select, insert, update (name, two_factor_enabled, updated_at) on identity."user" to rasad_app;
grant select, insert, update (password, updated_at) on identity.account to rasad_app;
grant select, insert, update, delete on identity.session, identity.verification, identity.two_factor, identity.used_code, identity.sign_in_guard to rasad_app;
grant select, insert, update on identity.user_role to rasad_app;
grant select, insert, update (revoked_at) on identity.api_token to rasad_app;
grant select, insert on identity.signing_secret, identity.demonstration_user to rasad_app;
