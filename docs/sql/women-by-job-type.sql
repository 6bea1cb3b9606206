-- Women by job type, as of batch 12: from the postings, as no roll-up knows them
--   $1 = "15"
--   $2 = 12
--   $3 = "1404"
--   $4 = "15"
--   $5 = ["female"]
with position as (select $1::text collate "C" as province_id, $2::bigint as batch),
source as (
select "job_type", measure, state, amount
from (
select posting.*
from position, settled_entry, posting
where settled_entry.province_id = position.province_id and settled_entry.batch <= position.batch and posting.province_id = settled_entry.province_id and posting.entry_id = settled_entry.entry_id ) past
where period_id = $3 and province_id = $4 and "gender" = any($5::text[]))
select "job_type", coalesce(sum(amount) filter (where measure = 'job' and state in ('verified')), 0)::bigint as "verified", coalesce(sum(amount) filter (where measure = 'job' and state in ('rejected')), 0)::bigint as "rejected", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'appealed')), 0)::bigint as "under_review", coalesce(sum(amount) filter (where measure = 'job' and state in ('unreachable')), 0)::bigint as "unreachable", coalesce(sum(amount) filter (where measure = 'job' and state in ('duplicate')), 0)::bigint as "duplicate", coalesce(sum(amount) filter (where measure = 'job' and state in ('withdrawn')), 0)::bigint as "withdrawn", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "registered", coalesce(sum(amount) filter (where measure = 'job-beside' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "beside", coalesce(sum(amount) filter (where measure = 'commitment' and state in ('provincial')), 0)::bigint as "committed"
from source
group by "job_type"
order by "job_type";
