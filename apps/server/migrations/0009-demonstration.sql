-- A demonstration says of itself that it is one, and only there may an act stand under a day that is past.
create table demonstration (
  demonstration_id integer     not null,
  seed             text        not null,
  begun_at         timestamptz not null default clock_timestamp(),
  loaded_at        timestamptz,
  loaded_by        text        not null,
  constraint demonstration_is_known_by_id primary key (demonstration_id),
  constraint demonstration_is_the_only_one check (demonstration_id = 1),
  constraint demonstration_is_loaded_after_it_begins check (loaded_at >= begun_at)
);
comment on table demonstration is 'The mark of an installation that holds a demonstration: every person in it is synthetic. Never taken away; one that was broken off has no time of loading.';

create table demonstration_total (
  province_id  text    not null collate "C",
  period_id    text    not null collate "C",
  figure       text    not null,
  as_of        date    not null,
  from_month   integer,
  to_month     integer,
  value        bigint  not null,
  source       text    not null,
  source_url   text,
  constraint demonstration_total_is_one_per_figure_and_day primary key (province_id, period_id, figure, as_of),
  constraint demonstration_total_lies_in_a_period foreign key (province_id, period_id) references commitment_period,
  constraint demonstration_total_figure_is_known check (figure in ('committed', 'registered', 'verified')),
  constraint demonstration_total_months_are_whole check ((from_month is null) = (to_month is null) and from_month <= to_month),
  constraint demonstration_total_is_not_negative check (value >= 0)
);
comment on table demonstration_total is 'A figure that was really announced and that the demonstration comes to: of which day and months, and by whom it was said.';

grant select, insert on demonstration, demonstration_total to rasad_app;
grant update (loaded_at) on demonstration to rasad_app;

create function demonstrated_moment() returns timestamptz language plpgsql volatile as $$
begin
  if not exists (select from demonstration where loaded_at is null) then
    raise insufficient_privilege using message = 'an act of another day stands only in a demonstration that is being loaded';
  end if;
  return current_setting('rasad.moment_of_act')::timestamptz;
end $$;

-- The moment that an act is written down with: now, but for a demonstration that is being loaded, which tells it.
create function moment_of_act() returns timestamptz language sql volatile as $$
  select case when coalesce(current_setting('rasad.moment_of_act', true), '') = '' then clock_timestamp() else demonstrated_moment() end
$$;

alter table ledger_entry alter column posted_at set default moment_of_act();
alter table settled_batch alter column settled_at set default moment_of_act();
alter table commitment_version alter column set_at set default moment_of_act();
alter table commitment_notice alter column notified_at set default moment_of_act();
alter table job_import alter column imported_at set default moment_of_act();
alter table job_step alter column taken_at set default moment_of_act();
alter table conflict_case alter column opened_at set default moment_of_act();
alter table claim alter column claimed_at set default moment_of_act();
alter table audit alter column at set default moment_of_act();
