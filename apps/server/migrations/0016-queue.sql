-- What the queue has to do and what became of it, for the state of the system, and the one act on it: a scheduled task is
-- done now. The queue's own tables are its owner's; they come at the first start. ADR 2026-11-23-settling-in-the-queue.
create table task_run (
  task_run_id bigint      not null generated always as identity,
  task        text        not null,
  started_at  timestamptz not null,
  ended_at    timestamptz not null default clock_timestamp(),
  fault       text,
  constraint task_run_is_known_by_id primary key (task_run_id),
  constraint task_run_ends_after_it_begins check (ended_at >= started_at)
);
create index task_run_by_task on task_run (task, task_run_id);
comment on table task_run is 'A task of the queue that ended: done, or with the fault that ended it. Only added.';

create function queued_task() returns table (
  task text, run_at timestamptz, attempts integer, max_attempts integer, locked_at timestamptz
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if to_regclass('graphile_worker.jobs') is null then
    return;
  end if;
  return query
    select job.task_identifier, job.run_at, job.attempts::integer, job.max_attempts::integer, job.locked_at
    from graphile_worker.jobs job;
end $$;
comment on function queued_task is 'What waits in the queue, is under way or was given up; never what is in it.';
revoke execute on function queued_task from public;

create function run_task_now(task text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if task not in ('backup', 'check', 'drill') then
    raise exception 'The task % is not asked for by hand.', task;
  end if;
  if to_regclass('graphile_worker.jobs') is null then
    return false;
  end if;
  perform graphile_worker.add_job(task, queue_name => 'operation', max_attempts => 3, job_key => task);
  return true;
end $$;
comment on function run_task_now is 'Puts a scheduled task into the queue for now, in place of one that waits or was given up; false where no queue was ever started.';
revoke execute on function run_task_now from public;

grant select, insert on task_run to rasad_app, rasad_write_province;
grant select on task_run to rasad_national, rasad_province;
grant execute on function queued_task to rasad_app, rasad_national, rasad_province;
grant execute on function run_task_now to rasad_app;
