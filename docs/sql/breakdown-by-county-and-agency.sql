-- By county and agency, now
--   $1 = "1404"
--   $2 = "15"
--   $3 = "1404"
--   $4 = "15"
with
source as (
select "county_id", "agency_id", measure, state, amount
from "balance_report"
where batch = 0 and period_id = $1 and province_id = $2
union all select "county_id", "agency_id", measure, state, amount
from posting_tail
where period_id = $3 and province_id = $4)
select "county_id", "agency_id", coalesce(sum(amount) filter (where measure = 'job' and state in ('verified')), 0)::bigint as "verified", coalesce(sum(amount) filter (where measure = 'job' and state in ('rejected')), 0)::bigint as "rejected", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'appealed')), 0)::bigint as "under_review", coalesce(sum(amount) filter (where measure = 'job' and state in ('unreachable')), 0)::bigint as "unreachable", coalesce(sum(amount) filter (where measure = 'job' and state in ('duplicate')), 0)::bigint as "duplicate", coalesce(sum(amount) filter (where measure = 'job' and state in ('withdrawn')), 0)::bigint as "withdrawn", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "registered", coalesce(sum(amount) filter (where measure = 'job-beside' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "beside", coalesce(sum(amount) filter (where measure = 'commitment' and state in ('provincial')), 0)::bigint as "committed"
from source
group by "county_id", "agency_id"
order by "county_id", "agency_id";
