-- Finding a job by the words of its names, and the orders that the job list is paged in.
-- Words and order are made by packages/domain/src/persian/search-words.ts; ADR 2026-11-22-job-search.
alter table job
  add column search_words tsvector not null default '',
  add column name_order   text not null default '' collate "C";
comment on column job.search_words is 'Words of the person''s and the employer''s name, folded, and "province/period".';
comment on column job.name_order is 'Last and first name, in an order that bytes compare as the Persian alphabet does.';

-- What the domain does for new rows, once for those that are there.
create function pg_temp.folded(name text) returns text language sql immutable as $$
  select translate(lower(regexp_replace(name, '[\u064b-\u065f\u0670]', '', 'g')),
    'آأإٱةۀۂۃەہھؤئےۍېێڪ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩ء', 'ااااهههههههویییییک01234567890123456789')
$$;
create function pg_temp.words(name text) returns text[] language sql immutable as $$
  select coalesce(array_agg(word || next), '{}') from (
    select word, coalesce(lead(word) over (order by place), '') as next
    from regexp_split_to_table(pg_temp.folded(name), '[^[:alnum:]]+') with ordinality as part (word, place) where word <> '') pair
$$;
create function pg_temp.ordered(name text) returns text language sql immutable as $$
  select translate(regexp_replace(pg_temp.folded(name), '[^[:alnum:]]+', '', 'g'),
    'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`')
$$;
update job set
  search_words = array_to_tsvector(pg_temp.words(first_name) || pg_temp.words(last_name) || pg_temp.words(coalesce(employer, ''))
    || (job.province_id || '/' || period_id)),
  name_order = pg_temp.ordered(last_name) || ' ' || pg_temp.ordered(first_name)
from person where person.province_id = job.province_id and person.person_id = job.person_id;

create index job_by_name on job (province_id, period_id, name_order, job_id);
create index job_by_start on job (province_id, period_id, start_date, job_id);
create index job_by_word on job using gin (search_words) with (gin_pending_list_limit = 65536);

-- Under row-level security a text search may not use an index, because it is not leakproof. This answers numbers alone;
-- whoever asks reads the jobs themselves through the policies.
create function find_jobs_by_words(in_province text, words tsquery, most integer) returns setof bigint
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query execute 'select job_id from job where search_words @@ $1 and province_id = $2 and coalesce(nullif(current_setting(''rasad.province'', true), ''''), $2) = $2 limit $3'
    using words, in_province, most;
end $$;
revoke execute on function find_jobs_by_words from public;

grant execute on function find_jobs_by_words
  to rasad_app, rasad_write_province, rasad_national, rasad_province, rasad_county, rasad_agency, rasad_agency_county;
