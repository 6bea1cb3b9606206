-- The activity line (رسته فعالیت) of a job, a division of ISIC, becomes a dimension of the ledger; a claim tells its activity too.
-- What was posted before is given the line of its job, so that figures of the past answer as well. ADR 2026-11-23-activity-lines.
create function pg_temp.line_of(isic text) returns text language sql stable as $$
  select coalesce((
    select code from public.isic_activity where level = 'division' and code = substring(isic from '^[A-U]?([0-9]{2})')), 'unspecified')
$$;
create function pg_temp.line_of_job(province text, job bigint) returns text language plpgsql stable as $$
begin
  return (select activity_line from public.job where job.province_id = province and job.job_id = $2);
end $$;

-- Tables are written anew instead of row by row: less than half the work, and nothing left behind.
alter table job add column activity_line text collate "C";
alter table job alter column activity_line type text collate "C" using pg_temp.line_of(isic), alter column activity_line set not null;

-- What an earlier claim said of its activity was not kept: it stands under that of the job it is on.
alter table claim add column isic text collate "C", add column activity_line text collate "C" not null default 'unspecified';
update claim set isic = job.isic, activity_line = job.activity_line
from conflict_case join job on job.province_id = conflict_case.province_id and job.job_id = conflict_case.job_id
where conflict_case.province_id = claim.province_id and conflict_case.case_id = claim.case_id;
alter table claim alter column activity_line drop default;

alter table posting add column activity_line text collate "C";
alter table posting
  alter column activity_line type text collate "C" using pg_temp.line_of_job(province_id, job_id),
  add constraint posting_of_a_job_has_a_line check ((job_id is null) = (activity_line is null));

comment on column job.activity_line is 'Division of ISIC that the job is counted under, from its ISIC code; "unspecified" where none is known.';
comment on column claim.activity_line is 'Division of ISIC that the job would be counted under.';
comment on column posting.activity_line is 'Division of ISIC, or "unspecified"; null for a commitment, which is not split by it.';

grant update (isic, activity_line) on job to rasad_app, rasad_write_province;
