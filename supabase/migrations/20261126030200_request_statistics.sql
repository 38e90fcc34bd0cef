-- request_statistics: what was asked, what became of it and how long deciding took, per week of the organization's own days.
-- Members only (PT401, PT404), PT422 for a number of weeks that makes no sense. Definer for the reason search_orders is one:
-- it checks the membership once and reads one organization by index.

-- Counting a quarter reads the quarter, however long the history: the index holds all that is counted.
create index change_requests_by_time on public.change_requests (org_id, submitted_at) include (status, reason_code);
create index change_requests_by_decision_time on public.change_requests (org_id, decided_at) include (submitted_at)
  where decided_at is not null;
create index change_requests_by_end on public.change_requests (org_id, status, closed_at desc) where closed_at is not null;

create function private.request_statistics(p_org uuid, p_weeks integer) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_zone text;
  v_first date;
  v_since timestamptz;
begin
  if auth.uid() is null then
    perform private.fail(401, 'not_signed_in', null, 'Sign in and try again.');
  end if;
  if p_org is null or not p_org = any (private.member_org_ids()) then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  if p_weeks is null or p_weeks not between 1 and 53 then
    perform private.fail(422, 'unknown_period', jsonb_build_object('field', 'p_weeks', 'value', p_weeks), 'Ask for 1 to 53 weeks.');
  end if;
  select g.time_zone into strict v_zone from public.organizations g where g.id = p_org;
  v_first := date_trunc('week', now() at time zone v_zone)::date - 7 * (p_weeks - 1);
  v_since := v_first::timestamp at time zone v_zone;

  return (
    with weeks as (
      select v_first + 7 * n as week from generate_series(0, p_weeks - 1) n
    ), asked as (
      select date_trunc('week', r.submitted_at at time zone v_zone)::date as week, r.status, r.reason_code, count(*) as requests
      from public.change_requests r
      where r.org_id = p_org and r.submitted_at >= v_since
      group by 1, 2, 3
    ), decided as (
      select date_trunc('week', r.decided_at at time zone v_zone)::date as week, count(*) as requests,
        percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from r.decided_at - r.submitted_at)) as seconds
      from public.change_requests r
      where r.org_id = p_org and r.decided_at >= v_since
      group by 1
    )
    select jsonb_build_object(
      'weeks', (
        select jsonb_agg(jsonb_build_object(
          'from', w.week,
          'asked', coalesce((select jsonb_object_agg(s.status, s.requests) from (
            select a.status, sum(a.requests) as requests from asked a where a.week = w.week group by a.status) s), '{}'),
          'decided', coalesce(d.requests, 0), 'median_seconds', round(d.seconds[1]), 'ninetieth_seconds', round(d.seconds[2])
        ) order by w.week)
        from weeks w left join decided d on d.week = w.week
      ),
      'reasons', coalesce((
        select jsonb_agg(jsonb_build_object('code', t.reason_code, 'label', s.label, 'total', t.total, 'weeks', (
            select jsonb_agg(coalesce((select sum(a.requests) from asked a where a.week = w.week and a.reason_code = t.reason_code), 0) order by w.week)
            from weeks w
          )) order by t.total desc, s.label)
        from (select a.reason_code, sum(a.requests) as total from asked a group by a.reason_code) t
        join public.reasons s on s.org_id = p_org and s.code = t.reason_code
      ), '[]')
    )
  );
end
$$;

create function public.request_statistics(p_org uuid, p_weeks integer default 12) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select private.request_statistics(p_org, p_weeks)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function public.request_statistics(uuid, integer) from public;
grant execute on function private.request_statistics(uuid, integer), public.request_statistics(uuid, integer) to authenticated;
