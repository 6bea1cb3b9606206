-- The country by province, now
--   $1 = "1404"
--   $2 = "1404"
with
source as (
select "province_id", measure, state, amount
from "balance_province"
where batch = 0 and period_id = $1
union all select "province_id", measure, state, amount
from posting_tail
where period_id = $2)
select "province_id", coalesce(sum(amount) filter (where measure = 'job' and state in ('verified')), 0)::bigint as "verified", coalesce(sum(amount) filter (where measure = 'job' and state in ('rejected')), 0)::bigint as "rejected", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'appealed')), 0)::bigint as "under_review", coalesce(sum(amount) filter (where measure = 'job' and state in ('unreachable')), 0)::bigint as "unreachable", coalesce(sum(amount) filter (where measure = 'job' and state in ('duplicate')), 0)::bigint as "duplicate", coalesce(sum(amount) filter (where measure = 'job' and state in ('withdrawn')), 0)::bigint as "withdrawn", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "registered", coalesce(sum(amount) filter (where measure = 'job-beside' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "beside", coalesce(sum(amount) filter (where measure = 'commitment' and state in ('provincial')), 0)::bigint as "committed"
from source
group by "province_id"
order by "province_id";
