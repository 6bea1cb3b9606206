-- By county and agency, as of batch 12
--   $1 = "15"
--   $2 = 12
--   $3 = "report"
--   $4 = "1404"
--   $5 = "15"
with position as (select $1::text collate "C" as province_id, $2::bigint as batch), checkpoint as (
select position.province_id, position.batch as until, coalesce((
select max(kept.batch)
from balance_checkpoint kept
where kept.province_id = position.province_id and kept.grain = $3 and kept.batch <= position.batch), -1) as since
from position),
source as (
select "county_id", "agency_id", measure, state, amount
from (
select balance.*
from checkpoint, "balance_report" balance
where balance.province_id = checkpoint.province_id and balance.batch = checkpoint.since
union all select delta.*
from checkpoint, "balance_report_delta" delta
where delta.province_id = checkpoint.province_id and delta.batch > checkpoint.since and delta.batch <= checkpoint.until ) past
where period_id = $4 and province_id = $5)
select "county_id", "agency_id", coalesce(sum(amount) filter (where measure = 'job' and state in ('verified')), 0)::bigint as "verified", coalesce(sum(amount) filter (where measure = 'job' and state in ('rejected')), 0)::bigint as "rejected", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'appealed')), 0)::bigint as "under_review", coalesce(sum(amount) filter (where measure = 'job' and state in ('unreachable')), 0)::bigint as "unreachable", coalesce(sum(amount) filter (where measure = 'job' and state in ('duplicate')), 0)::bigint as "duplicate", coalesce(sum(amount) filter (where measure = 'job' and state in ('withdrawn')), 0)::bigint as "withdrawn", coalesce(sum(amount) filter (where measure = 'job' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "registered", coalesce(sum(amount) filter (where measure = 'job-beside' and state in ('registered', 'agency-confirmed', 'returned', 'verified', 'rejected', 'unreachable', 'appealed')), 0)::bigint as "beside", coalesce(sum(amount) filter (where measure = 'commitment' and state in ('provincial')), 0)::bigint as "committed"
from source
group by "county_id", "agency_id"
order by "county_id", "agency_id";
