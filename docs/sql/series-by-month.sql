-- By month and sector, five months, now
--   $1 = "1404"
--   $2 = "15"
--   $3 = 140401
--   $4 = 140405
--   $5 = "1404"
--   $6 = "15"
--   $7 = 140401
--   $8 = 140405
with
source as (
select "month", "sector", measure, state, amount
from "balance_month"
where batch = 0 and period_id = $1 and province_id = $2 and (measure = 'commitment' or month between $3 and $4)
union all select "month", "sector", measure, state, amount
from posting_tail
where period_id = $5 and province_id = $6 and (measure = 'commitment' or month between $7 and $8))
select "month", "sector", coalesce(sum(amount) filter (where measure = 'job' and state in ('verified')), 0)::bigint as "verified", coalesce(sum(amount) filter (where measure = 'job' and state in ('rejected')), 0)::bigint as "rejected", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'appealed')), 0)::bigint as "under_review", coalesce(sum(amount) filter (where measure = 'job' and state in ('unreachable')), 0)::bigint as "unreachable", coalesce(sum(amount) filter (where measure = 'job' and state in ('duplicate')), 0)::bigint as "duplicate", coalesce(sum(amount) filter (where measure = 'job' and state in ('withdrawn')), 0)::bigint as "withdrawn", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "registered", coalesce(sum(amount) filter (where measure = 'job-beside' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "beside", coalesce(sum(amount) filter (where measure = 'commitment' and state in ('provincial')), 0)::bigint as "committed"
from source
group by "month", "sector"
order by "month", "sector";
