-- save_site: saved · unchanged. remove_site: removed. save_holidays: saved · unchanged. remove_holiday: removed · unchanged.
-- Refuse with PT401, PT403, PT404, PT409 default_site, PT422.

-- A site with its holidays as commands give it and the trail keeps it; null when there is none of that code.
create function private.site_facts(p_site public.sites) returns jsonb
language sql stable set search_path = '' as $$
  select case when p_site.code is not null then jsonb_build_object(
    'code', p_site.code, 'name', p_site.name, 'time_zone', p_site.time_zone, 'ship_cutoff', to_char(p_site.ship_cutoff, 'HH24:MI'),
    'work_days', to_jsonb(p_site.work_days), 'is_default', p_site.is_default
  ) end
$$;

create function private.holidays_facts(p_org uuid, p_code text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('day', h.day, 'name', h.name) order by h.day), '[]')
  from public.holidays h where h.org_id = p_org and h.site_code = p_code
$$;

create function private.site_code_argument(p_code text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_code text := private.fold(private.text_argument('code', p_code, 60));
begin
  if length(v_code) > 60 then
    perform private.fail(422, 'too_long', jsonb_build_object('field', 'code', 'length', length(v_code), 'max', 60), 'Shorten it and send again.');
  end if;
  return v_code;
end
$$;

create function private.time_zone_argument(p_field text, p_value text) returns text
language plpgsql stable set search_path = '' as $$
begin
  if not exists (select from pg_catalog.pg_timezone_names t where t.name = p_value) then
    perform private.fail(422, 'unknown_time_zone', jsonb_build_object('field', p_field, 'value', left(p_value, 60)), 'Choose a time zone like Europe/Berlin.');
  end if;
  return p_value;
end
$$;

-- Writes what differs: {before, after}, null when nothing does. The settings are locked by the caller. The default site's
-- clock is the organization's: "today" and the times on every page are its.
create function private.write_site(
  p_org uuid, p_code text, p_name text, p_time_zone text, p_ship_cutoff text, p_work_days integer[], p_is_default boolean
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_before public.sites;
  v_site public.sites;
begin
  v_site.org_id := p_org;
  v_site.code := private.site_code_argument(p_code);
  v_site.name := private.text_argument('name', p_name, 120);
  select * into v_before from public.sites s where s.org_id = p_org and s.code = v_site.code;
  -- Asked only about what is new: the catalogue of zones is read from files.
  v_site.time_zone := case when p_time_zone = v_before.time_zone then p_time_zone else private.time_zone_argument('time_zone', p_time_zone) end;
  if p_ship_cutoff is null or p_ship_cutoff !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' then
    perform private.fail(422, 'invalid_cutoff', jsonb_build_object('field', 'ship_cutoff', 'value', left(p_ship_cutoff, 60)), 'Use a time of the day like 16:00.');
  end if;
  v_site.ship_cutoff := p_ship_cutoff::time;
  if p_work_days is null or cardinality(p_work_days) not between 1 and 7 or not p_work_days <@ '{1,2,3,4,5,6,7}' or array_position(p_work_days, null) is not null then
    perform private.fail(422, 'invalid_work_days', jsonb_build_object('field', 'work_days'), 'Choose at least one day of the week.');
  end if;
  v_site.work_days := array(select distinct d::smallint from unnest(p_work_days) d order by 1);
  v_site.is_default := coalesce(p_is_default, false);
  if v_before.is_default and not v_site.is_default then
    perform private.fail(409, 'default_site', jsonb_build_object('field', 'is_default'), 'Make another site the default; this one then no longer is.');
  end if;
  if v_before is not distinct from v_site then
    return null;
  end if;
  if v_before.code is null and (select count(*) from public.sites s where s.org_id = p_org) >= 100 then
    perform private.fail(422, 'too_many_sites', jsonb_build_object('field', 'code', 'max', 100), 'Remove a site that no longer ships first.');
  end if;
  if v_site.is_default then
    update public.sites set is_default = false where org_id = p_org and is_default and code <> v_site.code;
    update public.organizations set time_zone = v_site.time_zone where id = p_org and time_zone <> v_site.time_zone;
  end if;
  insert into public.sites (org_id, code, name, time_zone, ship_cutoff, work_days, is_default)
    values (p_org, v_site.code, v_site.name, v_site.time_zone, v_site.ship_cutoff, v_site.work_days, v_site.is_default)
    on conflict (org_id, code) do update set name = excluded.name, time_zone = excluded.time_zone, ship_cutoff = excluded.ship_cutoff,
      work_days = excluded.work_days, is_default = excluded.is_default;
  return jsonb_build_object('before', private.site_facts(v_before), 'after', private.site_facts(v_site));
end
$$;

-- Days as they are sent, each once: [{day, name}]; PT422 names the one that is no day.
create function private.holidays_argument(p_days jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_day jsonb;
  v_result jsonb := '{}';
begin
  if p_days is null or jsonb_typeof(p_days) <> 'array' or jsonb_array_length(p_days) > 400 then
    perform private.fail(422, 'invalid_days', jsonb_build_object('field', 'days', 'max', 400), 'Give up to 400 days at a time.');
  end if;
  for v_day in select jsonb_array_elements(p_days) loop
    if coalesce(v_day ->> 'day', '') !~ '^(20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$' or not pg_input_is_valid(v_day ->> 'day', 'date') then
      perform private.fail(422, 'invalid_date', jsonb_build_object('field', 'days', 'value', left(v_day #>> '{day}', 60)), 'Use days that exist, as YYYY-MM-DD.');
    end if;
    v_result := v_result || jsonb_build_object(v_day ->> 'day', coalesce(private.text_argument('days', v_day ->> 'name', 120, false), ''));
  end loop;
  return coalesce((select jsonb_agg(jsonb_build_object('day', d.key, 'name', d.value) order by d.key) from jsonb_each_text(v_result) d), '[]');
end
$$;

-- Adds these days, or makes them all there are; {before, after}, null when nothing differs.
create function private.write_holidays(p_org uuid, p_code text, p_days jsonb, p_are_all boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_before jsonb := private.holidays_facts(p_org, p_code);
  v_after jsonb;
begin
  delete from public.holidays h where p_are_all and h.org_id = p_org and h.site_code = p_code
    and not exists (select from jsonb_array_elements(p_days) d where (d ->> 'day')::date = h.day);
  insert into public.holidays (org_id, site_code, day, name)
    select p_org, p_code, (d ->> 'day')::date, d ->> 'name' from jsonb_array_elements(p_days) d
    on conflict (org_id, site_code, day) do update set name = excluded.name;
  v_after := private.holidays_facts(p_org, p_code);
  return case when v_before <> v_after then
    jsonb_build_object('before', jsonb_build_object('site', p_code, 'days', v_before), 'after', jsonb_build_object('site', p_code, 'days', v_after))
  end;
end
$$;

create function private.save_site(
  p_org uuid, p_code text, p_name text, p_time_zone text, p_ship_cutoff text, p_work_days integer[], p_is_default boolean
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_written jsonb;
begin
  perform private.lock_settings(p_org);
  v_written := private.write_site(p_org, p_code, p_name, p_time_zone, p_ship_cutoff, p_work_days, p_is_default);
  if v_written is null then
    return jsonb_build_object('outcome', 'unchanged');
  end if;
  perform private.append_audit(p_org, v_admin.id, 'site.saved', null, null, v_written -> 'before', v_written -> 'after');
  return jsonb_build_object('outcome', 'saved', 'code', v_written #> '{after,code}');
end
$$;

-- The site of a command that needs one; settings locked, PT404 when there is none.
create function private.lock_site(p_org uuid, p_code text) returns public.sites
language plpgsql security definer set search_path = '' as $$
declare
  v_site public.sites;
begin
  perform private.lock_settings(p_org);
  select * into v_site from public.sites s where s.org_id = p_org and s.code = private.fold(p_code);
  if not found then
    perform private.fail(404, 'not_found', null, 'There is no such site. Reload the page.');
  end if;
  return v_site;
end
$$;

-- Orders that name it count as the default site's from then on.
create function private.remove_site(p_org uuid, p_code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_site public.sites := private.lock_site(p_org, p_code);
begin
  if v_site.is_default then
    perform private.fail(409, 'default_site', null, 'Make another site the default first.');
  end if;
  delete from public.holidays where org_id = p_org and site_code = v_site.code;
  delete from public.sites where org_id = p_org and code = v_site.code;
  perform private.append_audit(p_org, v_admin.id, 'site.removed', null, null, private.site_facts(v_site), null);
  return jsonb_build_object('outcome', 'removed', 'code', v_site.code);
end
$$;

create function private.save_holidays(p_org uuid, p_site_code text, p_days jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_days jsonb := private.holidays_argument(p_days);
  v_site public.sites := private.lock_site(p_org, p_site_code);
  v_written jsonb;
begin
  if (select count(*) from public.holidays h where h.org_id = p_org and h.site_code = v_site.code) + jsonb_array_length(v_days) > 1000 then
    perform private.fail(422, 'too_many_days', jsonb_build_object('field', 'days', 'max', 1000), 'Remove days that have passed first.');
  end if;
  v_written := private.write_holidays(p_org, v_site.code, v_days, false);
  if v_written is null then
    return jsonb_build_object('outcome', 'unchanged');
  end if;
  perform private.append_audit(p_org, v_admin.id, 'holidays.saved', null, null, v_written -> 'before', v_written -> 'after');
  return jsonb_build_object('outcome', 'saved', 'days', jsonb_array_length(v_written #> '{after,days}') - jsonb_array_length(v_written #> '{before,days}'));
end
$$;

create function private.remove_holiday(p_org uuid, p_site_code text, p_day date) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_site public.sites := private.lock_site(p_org, p_site_code);
  v_before jsonb := private.holidays_facts(p_org, v_site.code);
begin
  delete from public.holidays where org_id = p_org and site_code = v_site.code and day = p_day;
  if not found then
    return jsonb_build_object('outcome', 'unchanged');
  end if;
  perform private.append_audit(p_org, v_admin.id, 'holidays.saved', null, null, jsonb_build_object('site', v_site.code, 'days', v_before),
    jsonb_build_object('site', v_site.code, 'days', private.holidays_facts(p_org, v_site.code)));
  return jsonb_build_object('outcome', 'removed', 'day', p_day);
end
$$;

create function public.save_site(
  p_org uuid, p_code text, p_name text, p_time_zone text, p_ship_cutoff text, p_work_days integer[], p_is_default boolean
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.save_site(p_org, p_code, p_name, p_time_zone, p_ship_cutoff, p_work_days, p_is_default)
$$;
create function public.remove_site(p_org uuid, p_code text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.remove_site(p_org, p_code) $$;
create function public.save_holidays(p_org uuid, p_site_code text, p_days jsonb) returns jsonb
language sql security invoker set search_path = '' as $$ select private.save_holidays(p_org, p_site_code, p_days) $$;
create function public.remove_holiday(p_org uuid, p_site_code text, p_day date) returns jsonb
language sql security invoker set search_path = '' as $$ select private.remove_holiday(p_org, p_site_code, p_day) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.save_site(uuid, text, text, text, text, integer[], boolean), public.remove_site(uuid, text),
  public.save_holidays(uuid, text, jsonb), public.remove_holiday(uuid, text, date)
from public;
grant execute on function
  private.save_site(uuid, text, text, text, text, integer[], boolean), private.remove_site(uuid, text),
  private.save_holidays(uuid, text, jsonb), private.remove_holiday(uuid, text, date),
  public.save_site(uuid, text, text, text, text, integer[], boolean), public.remove_site(uuid, text),
  public.save_holidays(uuid, text, jsonb), public.remove_holiday(uuid, text, date)
to authenticated;
