-- Where orders ship from, and until when on a day: the clock and the calendar every deadline is counted in.

create table public.sites (
  org_id uuid not null references public.organizations (id) on delete restrict,
  code text not null,
  name text not null,
  time_zone text not null,
  ship_cutoff time not null default '16:00',
  work_days smallint[] not null default '{1,2,3,4,5}',
  is_default boolean not null default false,
  primary key (org_id, code),
  constraint sites_code_is_folded check (code = private.fold(code) and length(code) between 1 and 60),
  constraint sites_name_is_bounded check (length(btrim(name)) between 1 and 120),
  constraint sites_cutoff_is_a_minute check (ship_cutoff = date_trunc('minute', ship_cutoff::interval)::time),
  constraint sites_work_days_are_iso_days check (
    cardinality(work_days) between 1 and 7 and work_days <@ '{1,2,3,4,5,6,7}'::smallint[] and array_position(work_days, null) is null
  )
);

create unique index sites_have_one_default on public.sites (org_id) where is_default;

create table public.holidays (
  org_id uuid not null,
  site_code text not null,
  day date not null,
  name text not null default '',
  primary key (org_id, site_code, day),
  constraint holidays_site_exists foreign key (org_id, site_code) references public.sites (org_id, code) on delete restrict,
  constraint holidays_name_is_bounded check (length(name) <= 120)
);

alter table public.sites enable row level security;
alter table public.sites force row level security;
alter table public.holidays enable row level security;
alter table public.holidays force row level security;

grant select on public.sites, public.holidays to authenticated;

create policy "members read their organization's sites" on public.sites
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read their organization's holidays" on public.holidays
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));

-- The site a word of the file names (its code); the default site for no word and for a word that names none.
create function private.site_of(p_org uuid, p_site_word text) returns public.sites
language sql stable set search_path = '' as $$
  select s from public.sites s
  where s.org_id = p_org and (s.code = private.fold(p_site_word) or s.is_default)
  order by s.code = private.fold(p_site_word) desc nulls last
  limit 1
$$;

create function private.is_ship_day(p_site public.sites, p_day date) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return extract(isodow from p_day)::smallint = any (p_site.work_days) and not exists (
    select from public.holidays h where h.org_id = p_site.org_id and h.site_code = p_site.code and h.day = p_day
  );
end
$$;

-- The last moment in which an order that ships on this day can leave: the site's cut-off on that day, or on the last work
-- day before it where nothing leaves on the day itself. Null without a day, and for a calendar with no work day in a year.
create function private.ship_cutoff_at(p_site public.sites, p_day date) returns timestamptz
language plpgsql stable strict set search_path = '' as $$
begin
  -- Day by day: the first or the third one is it, and lists ask for hundreds.
  for n in 0..366 loop
    if private.is_ship_day(p_site, p_day - n) then
      return (p_day - n + p_site.ship_cutoff) at time zone p_site.time_zone;
    end if;
  end loop;
  return null;
end
$$;

revoke execute on all functions in schema private from public;
-- `fold` too: views of the caller's own sight find the site by its folded word.
grant execute on function private.fold(text), private.site_of(uuid, text),
  private.is_ship_day(public.sites, date), private.ship_cutoff_at(public.sites, date) to authenticated;

comment on table public.sites is 'A place that ships, with its own time zone, daily cut-off and work days (1 is Monday). One of them is the default.';
comment on column public.sites.code is 'What the file calls it, folded; an order''s site_word is compared with it.';
