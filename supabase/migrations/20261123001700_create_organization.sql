-- create_organization: outcome created. Refuses with PT401, PT403 organization_exists, PT422.

-- The rows a new organization starts with. Also called by the seed, for organizations nobody signs up for.
create function private.found_organization(p_user uuid, p_member_name text, p_email text, p_name text, p_time_zone text, p_currency text)
returns public.organizations
language plpgsql security definer set search_path = '' as $$
declare
  v_org public.organizations;
  v_member uuid;
  v_next int := 0;
  v_number text := '';
  v_slug text := coalesce(nullif(left(btrim(regexp_replace(private.fold(p_name), '[^a-z0-9]+', '-', 'g'), '-'), 34), ''), 'team');
begin
  v_slug := rtrim(v_slug, '-');
  -- A taken slug gets a number, so that nobody learns from an error which organizations exist. Lock: one founder at a time.
  perform pg_advisory_xact_lock(hashtext('found_organization'));
  while exists (select from public.organizations g where g.slug = v_slug || v_number) loop
    v_next := v_next + 1;
    v_number := '-' || v_next;
  end loop;
  v_slug := v_slug || v_number;
  insert into public.organizations (name, slug, time_zone, currency) values (p_name, v_slug, p_time_zone, p_currency) returning * into v_org;
  insert into public.request_counters (org_id) values (v_org.id);
  insert into public.audit_heads (org_id) values (v_org.id);
  insert into public.sites (org_id, code, name, time_zone, is_default) values (v_org.id, 'main', 'Main site', p_time_zone, true);
  insert into public.reasons (org_id, code, label, position) values
    (v_org.id, 'customer_request', 'Customer asked for it', 1),
    (v_org.id, 'order_entry_error', 'Order entry error', 2),
    (v_org.id, 'stock_shortage', 'Stock shortage', 3),
    (v_org.id, 'price_or_terms', 'Price or terms', 4),
    (v_org.id, 'delivery_date', 'Delivery date', 5),
    (v_org.id, 'other', 'Other', 9);
  insert into public.members (org_id, user_id, name, email, roles)
    values (v_org.id, p_user, p_member_name, lower(p_email), '{admin}') returning id into v_member;
  insert into public.approval_policies (org_id, version, rules, created_by) values (v_org.id, 1, jsonb_build_array(private.default_rule()), v_member);
  perform private.append_audit(v_org.id, v_member, 'organization.created', null, null, null,
    jsonb_build_object('name', v_org.name, 'slug', v_org.slug, 'time_zone', v_org.time_zone, 'currency', v_org.currency));
  return v_org;
end
$$;

-- What holds for all organizations at once. Whoever runs the database sets it; no command does.
create table private.installation (
  is_the_only_row boolean primary key default true,
  who_founds text not null default 'first',
  constraint installation_is_one check (is_the_only_row),
  constraint installation_founders_are_known check (who_founds in ('first', 'anyone'))
);
insert into private.installation default values;

comment on column private.installation.who_founds is 'first: the first person sets the tool up, everybody after that is invited. anyone: whoever makes an account may found an organization.';

-- Whether the next person to come may found an organization; the pages for visitors ask the same.
create function private.is_open_to_founders() returns boolean
language sql stable security definer set search_path = '' as $$
  select i.who_founds = 'anyone' or not exists (select from public.organizations) from private.installation i
$$;

-- Where anyone may found, one person founds a few a day: an organization is never deleted.
create function private.create_organization(p_name text, p_member_name text, p_time_zone text, p_currency text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org public.organizations;
  v_email text;
  v_wait integer;
begin
  if auth.uid() is null then
    perform private.fail(401, 'not_signed_in', null, 'Sign in and try again.');
  end if;
  p_name := private.text_argument('name', p_name, 120);
  p_member_name := private.text_argument('member_name', p_member_name, 120);
  if not exists (select from pg_catalog.pg_timezone_names t where t.name = p_time_zone) then
    perform private.fail(422, 'unknown_time_zone', jsonb_build_object('field', 'time_zone', 'value', left(p_time_zone, 60)), 'Choose a time zone like Europe/Berlin.');
  end if;
  if p_currency is null or p_currency !~ '^[A-Z]{3}$' then
    perform private.fail(422, 'unknown_currency', jsonb_build_object('field', 'currency', 'value', left(p_currency, 60)), 'Use three letters like USD.');
  end if;
  -- Lock: two first people at once; the second waits here and is then refused.
  perform pg_advisory_xact_lock(hashtext('create_organization'));
  if not private.is_open_to_founders() then
    perform private.fail(403, 'organization_exists', null, 'Ask an admin of your organization to invite you.');
  end if;
  v_wait := private.take_rate_limit(array['create_organization', auth.uid()::text], 5, 86400);
  if v_wait > 0 then
    perform private.fail_rate_limited(v_wait);
  end if;
  select u.email into strict v_email from auth.users u where u.id = auth.uid();
  v_org := private.found_organization(auth.uid(), p_member_name, v_email, p_name, p_time_zone, p_currency);
  return jsonb_build_object('outcome', 'created', 'org_id', v_org.id, 'slug', v_org.slug);
end
$$;

create function public.create_organization(p_name text, p_member_name text, p_time_zone text, p_currency text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.create_organization(p_name, p_member_name, p_time_zone, p_currency) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.create_organization(text, text, text, text) from public;
grant execute on function
  private.create_organization(text, text, text, text),
  public.create_organization(text, text, text, text)
to authenticated;
