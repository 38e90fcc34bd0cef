-- create_organization, set_member_roles, deactivate_member, reactivate_member, map_status, save_reason, set_lock_rule,
-- set_fulfillment_email. Refuse with PT401, PT403, PT404, PT422; the last admin stays (PT409 last_admin).

-- The rows a new organization starts with. Also called by the seed, for organizations nobody signs up for.
create function private.found_organization(p_user uuid, p_member_name text, p_email text, p_name text, p_time_zone text, p_currency text)
returns public.organizations
language plpgsql security definer set search_path = '' as $$
declare
  v_org public.organizations;
  v_member uuid;
  v_slug text := coalesce(nullif(left(btrim(regexp_replace(private.fold(p_name), '[^a-z0-9]+', '-', 'g'), '-'), 34), ''), 'team');
begin
  v_slug := rtrim(v_slug, '-');
  -- A taken slug gets a number, so that nobody learns from an error which organizations exist. Lock: one founder at a time.
  perform pg_advisory_xact_lock(hashtext('found_organization'));
  select v_slug || case when n = 0 then '' else '-' || n end into strict v_slug
    from generate_series(0, 9999) n
    where not exists (select from public.organizations g where g.slug = v_slug || case when n = 0 then '' else '-' || n end)
    order by n limit 1;
  insert into public.organizations (name, slug, time_zone, currency) values (p_name, v_slug, p_time_zone, p_currency) returning * into v_org;
  insert into public.request_counters (org_id) values (v_org.id);
  insert into public.audit_heads (org_id) values (v_org.id);
  insert into public.reasons (org_id, code, label, position) values
    (v_org.id, 'customer_request', 'Customer asked for it', 1),
    (v_org.id, 'order_entry_error', 'Order entry error', 2),
    (v_org.id, 'stock_shortage', 'Stock shortage', 3),
    (v_org.id, 'price_or_terms', 'Price or terms', 4),
    (v_org.id, 'delivery_date', 'Delivery date', 5),
    (v_org.id, 'other', 'Other', 9);
  insert into public.members (org_id, user_id, name, email, roles)
    values (v_org.id, p_user, p_member_name, lower(p_email), '{admin}') returning id into v_member;
  perform private.append_audit(v_org.id, v_member, 'organization.created', null, null, null,
    jsonb_build_object('name', v_org.name, 'slug', v_org.slug, 'time_zone', v_org.time_zone, 'currency', v_org.currency));
  return v_org;
end
$$;

-- Only while there is no organization: the first person to sign in sets the tool up, strangers after that do not.
create function private.create_organization(p_name text, p_member_name text, p_time_zone text, p_currency text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org public.organizations;
  v_email text;
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
  if exists (select from public.organizations) then
    perform private.fail(403, 'organization_exists', null, 'Ask an admin of your organization to invite you.');
  end if;
  select u.email into strict v_email from auth.users u where u.id = auth.uid();
  v_org := private.found_organization(auth.uid(), p_member_name, v_email, p_name, p_time_zone, p_currency);
  return jsonb_build_object('outcome', 'created', 'org_id', v_org.id, 'slug', v_org.slug);
end
$$;

-- Locks every admin row of the organization and says whether anyone but p_except would still be one. Two admins removing
-- each other meet on these locks, so one of them is always refused.
create function private.has_other_admin(p_org uuid, p_except uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_ids uuid[];
begin
  select array_agg(a.id) into v_ids from (
    select m.id from public.members m where m.org_id = p_org and m.active and 'admin' = any (m.roles) order by m.id for update
  ) a;
  return exists (select unnest(v_ids) except select p_except);
end
$$;

-- The member to be changed. Lock: the admins first and in id order, so that two admins at once never wait in a circle.
create function private.lock_member(p_org uuid, p_member_id uuid) returns public.members
language plpgsql security definer set search_path = '' as $$
declare
  v_target public.members;
begin
  perform from public.members m where m.org_id = p_org and m.active and 'admin' = any (m.roles)
    and p_org = any (private.role_org_ids('admin')) order by m.id for update;
  perform private.require_member(p_org, 'admin');
  select * into v_target from public.members m where m.org_id = p_org and m.id = p_member_id for update;
  if not found then
    perform private.fail(404, 'not_found', null, 'There is no such member.');
  end if;
  return v_target;
end
$$;

create function private.set_member_roles(p_org uuid, p_member_id uuid, p_roles text[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_target public.members := private.lock_member(p_org, p_member_id);
  v_admin public.members := private.require_member(p_org, 'admin');
  v_roles public.member_role[];
begin
  if p_roles is null or cardinality(p_roles) not between 1 and 4
    or exists (select from unnest(p_roles) r where r is null or r not in ('requester', 'approver', 'fulfillment', 'admin')) then
    perform private.fail(422, 'unknown_role', jsonb_build_object('field', 'roles'), 'Choose at least one of requester, approver, fulfillment, admin.');
  end if;
  select array_agg(distinct r::public.member_role order by r::public.member_role) into v_roles from unnest(p_roles) r;
  if v_target.active and 'admin' = any (v_target.roles) and not 'admin' = any (v_roles) and not private.has_other_admin(p_org, v_target.id) then
    perform private.fail(409, 'last_admin', null, 'Make somebody else admin first.');
  end if;
  update public.members set roles = v_roles where org_id = p_org and id = v_target.id;
  perform private.append_audit(p_org, v_admin.id, 'member.roles_changed', null, null,
    jsonb_build_object('member', v_target.name, 'roles', v_target.roles), jsonb_build_object('member', v_target.name, 'roles', v_roles));
  return jsonb_build_object('outcome', 'changed', 'member_id', v_target.id, 'roles', v_roles);
end
$$;

create function private.set_member_active(p_org uuid, p_member_id uuid, p_active boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_target public.members := private.lock_member(p_org, p_member_id);
  v_admin public.members := private.require_member(p_org, 'admin');
begin
  if v_target.active = p_active then
    return jsonb_build_object('outcome', 'unchanged', 'member_id', v_target.id, 'active', p_active);
  end if;
  if not p_active and 'admin' = any (v_target.roles) and not private.has_other_admin(p_org, v_target.id) then
    perform private.fail(409, 'last_admin', null, 'Make somebody else admin first.');
  end if;
  update public.members set active = p_active,
    deactivated_at = case when not p_active then now() end, deactivated_by = case when not p_active then v_admin.id end
    where org_id = p_org and id = v_target.id;
  perform private.append_audit(p_org, v_admin.id, case when p_active then 'member.reactivated' else 'member.deactivated' end, null, null,
    jsonb_build_object('member', v_target.name, 'active', v_target.active), jsonb_build_object('member', v_target.name, 'active', p_active));
  return jsonb_build_object('outcome', 'changed', 'member_id', v_target.id, 'active', p_active);
end
$$;

-- Maps a status word and moves every order and line that carries it, orders locked by id as everywhere.
create function private.map_status(p_org uuid, p_word text, p_stage text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_word text := private.text_argument('word', p_word, 120);
  v_key text := private.fold(v_word);
  v_before public.order_stage;
  v_orders uuid[];
  v_moved uuid[];
begin
  if p_stage is null or not p_stage = any (enum_range(null::public.order_stage)::text[]) then
    perform private.fail(422, 'unknown_stage', jsonb_build_object('field', 'stage', 'value', left(p_stage, 60)), 'Choose a stage from the list.');
  end if;
  -- Lock: the orders that carry the word, ids ascending, before the word itself.
  select array_agg(o.id) into v_orders from (
    select o.id from public.orders o
    where o.org_id = p_org and (
      private.fold(o.status_word) = v_key
      or exists (select from public.order_lines l where l.org_id = p_org and l.order_id = o.id and private.fold(l.status_word) = v_key)
    )
    order by o.id for update
  ) o;
  select w.stage into v_before from public.status_words w where w.org_id = p_org and w.word_key = v_key for update;
  insert into public.status_words (org_id, word_key, word, stage, mapped_at, mapped_by)
    values (p_org, v_key, v_word, p_stage::public.order_stage, now(), v_admin.id)
    on conflict (org_id, word_key) do update set stage = excluded.stage, mapped_at = excluded.mapped_at, mapped_by = excluded.mapped_by;

  update public.order_lines set status_stage = p_stage::public.order_stage
    where org_id = p_org and order_id = any (v_orders) and private.fold(status_word) = v_key;
  with restaged as (
    select o.id, private.derived_stage(o) as stage from public.orders o where o.org_id = p_org and o.id = any (v_orders)
  ), moved as (
    update public.orders o set stage = r.stage, version = o.version + 1, updated_at = now()
    from restaged r where o.org_id = p_org and o.id = r.id and o.stage is distinct from r.stage
    returning o.id
  )
  select array_agg(id) into v_moved from moved;
  perform private.append_audit(p_org, v_admin.id, 'status.mapped', null, null,
    jsonb_build_object('word', v_word, 'stage', v_before),
    jsonb_build_object('word', v_word, 'stage', p_stage, 'orders', coalesce(cardinality(v_moved), 0)));
  return jsonb_build_object('outcome', 'mapped', 'word', v_word, 'stage', p_stage, 'orders', coalesce(cardinality(v_moved), 0));
end
$$;

-- The order's stage: its own word's, or, where the status belongs to the lines, what they say together.
-- What a finished line has locked is never reopened by a line that is less far.
create function private.derived_stage(p_order public.orders) returns public.order_stage
language sql stable set search_path = '' as $$
  select case
    when p_order.status_word is not null then private.stage_of_word(p_order.org_id, p_order.status_word)
    when count(*) = 0 or bool_or(l.status_stage is null or l.status_stage = 'unknown') then 'unknown'
    when count(distinct l.status_stage) = 1 then min(l.status_stage)
    when bool_and(l.status_stage in ('shipped', 'closed', 'cancelled'))
      then case when bool_or(l.status_stage = 'shipped') then 'shipped'::public.order_stage else 'closed' end
    when bool_or(l.status_stage in ('shipped', 'partially_shipped', 'closed')) then 'partially_shipped'
    when bool_or(l.status_stage in ('picking', 'picked', 'packed')) then 'picking'
    else min(l.status_stage) filter (where l.status_stage <> 'cancelled')
  end
  from public.order_lines l
  where l.org_id = p_order.org_id and l.order_id = p_order.id and l.removed_at is null
$$;

create function private.save_reason(p_org uuid, p_code text, p_label text, p_position integer, p_active boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_label text := private.text_argument('label', p_label, 120);
  v_before jsonb;
begin
  if p_code is null or p_code !~ '^[a-z][a-z0-9_]{0,39}$' then
    perform private.fail(422, 'invalid_reason_code', jsonb_build_object('field', 'code', 'value', left(p_code, 60)), 'Use lower-case letters, digits and underscores.');
  end if;
  select to_jsonb(r) - 'org_id' into v_before from public.reasons r where r.org_id = p_org and r.code = p_code for update;
  if not coalesce(p_active, true) and not exists (
    select from public.reasons r where r.org_id = p_org and r.active and r.code <> p_code
  ) then
    perform private.fail(409, 'last_reason', null, 'Keep at least one reason active.');
  end if;
  insert into public.reasons (org_id, code, label, position, active)
    values (p_org, p_code, v_label, greatest(0, least(coalesce(p_position, 0), 9999)), coalesce(p_active, true))
    on conflict (org_id, code) do update set label = excluded.label, position = excluded.position, active = excluded.active;
  perform private.append_audit(p_org, v_admin.id, 'reason.saved', null, null, v_before,
    (select to_jsonb(r) - 'org_id' from public.reasons r where r.org_id = p_org and r.code = p_code));
  return jsonb_build_object('outcome', 'saved', 'code', p_code);
end
$$;

-- Picked and later cannot be given a rule: the table refuses them, and the lock never asks it.
create function private.set_lock_rule(p_org uuid, p_kind text, p_stage text, p_is_locked boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_before boolean;
begin
  if p_kind is null or not p_kind = any (enum_range(null::public.change_kind)::text[]) then
    perform private.fail(422, 'unknown_kind', jsonb_build_object('field', 'kind', 'value', left(p_kind, 60)), 'Choose a kind of change from the list.');
  end if;
  if p_stage is null or p_stage not in ('draft', 'pending_approval', 'open', 'on_hold', 'released', 'picking') then
    perform private.fail(422, 'stage_is_always_locked', jsonb_build_object('field', 'stage', 'value', left(p_stage, 60)), 'Only stages before picked can be locked or opened.');
  end if;
  if p_is_locked is null then
    perform private.fail(422, 'required', jsonb_build_object('field', 'is_locked'), 'Say whether it is locked.');
  end if;
  v_before := private.is_stage_locked(p_org, p_kind::public.change_kind, p_stage::public.order_stage);
  insert into public.lock_rules (org_id, kind, stage, is_locked) values (p_org, p_kind::public.change_kind, p_stage::public.order_stage, p_is_locked)
    on conflict (org_id, kind, stage) do update set is_locked = excluded.is_locked;
  perform private.append_audit(p_org, v_admin.id, 'lock_rule.set', null, null,
    jsonb_build_object('kind', p_kind, 'stage', p_stage, 'is_locked', v_before),
    jsonb_build_object('kind', p_kind, 'stage', p_stage, 'is_locked', p_is_locked));
  return jsonb_build_object('outcome', 'saved', 'kind', p_kind, 'stage', p_stage, 'is_locked', p_is_locked);
end
$$;

create function private.set_fulfillment_email(p_org uuid, p_email text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_email text := lower(private.text_argument('email', p_email, 320, false));
  v_before text;
begin
  if v_email !~ '^[^@\s<>,;:"]+@[^@\s<>,;:"]+\.[^@\s<>,;:"]+$' then
    perform private.fail(422, 'invalid_email', jsonb_build_object('field', 'email', 'value', left(v_email, 100)), 'Use an address like warehouse@example.com.');
  end if;
  select g.fulfillment_email into v_before from public.organizations g where g.id = p_org for update;
  update public.organizations set fulfillment_email = v_email where id = p_org;
  perform private.append_audit(p_org, v_admin.id, 'organization.changed', null, null,
    jsonb_build_object('fulfillment_email', v_before), jsonb_build_object('fulfillment_email', v_email));
  return jsonb_build_object('outcome', 'saved', 'email', v_email);
end
$$;

create function public.create_organization(p_name text, p_member_name text, p_time_zone text, p_currency text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.create_organization(p_name, p_member_name, p_time_zone, p_currency) $$;
create function public.set_member_roles(p_org uuid, p_member_id uuid, p_roles text[]) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_member_roles(p_org, p_member_id, p_roles) $$;
create function public.deactivate_member(p_org uuid, p_member_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_member_active(p_org, p_member_id, false) $$;
create function public.reactivate_member(p_org uuid, p_member_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_member_active(p_org, p_member_id, true) $$;
create function public.map_status(p_org uuid, p_word text, p_stage text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.map_status(p_org, p_word, p_stage) $$;
create function public.save_reason(p_org uuid, p_code text, p_label text, p_position integer, p_active boolean) returns jsonb
language sql security invoker set search_path = '' as $$ select private.save_reason(p_org, p_code, p_label, p_position, p_active) $$;
create function public.set_lock_rule(p_org uuid, p_kind text, p_stage text, p_is_locked boolean) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_lock_rule(p_org, p_kind, p_stage, p_is_locked) $$;
create function public.set_fulfillment_email(p_org uuid, p_email text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_fulfillment_email(p_org, p_email) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.create_organization(text, text, text, text), public.set_member_roles(uuid, uuid, text[]), public.deactivate_member(uuid, uuid),
  public.reactivate_member(uuid, uuid), public.map_status(uuid, text, text), public.save_reason(uuid, text, text, integer, boolean),
  public.set_lock_rule(uuid, text, text, boolean), public.set_fulfillment_email(uuid, text)
from public;
grant execute on function
  private.create_organization(text, text, text, text), private.set_member_roles(uuid, uuid, text[]), private.set_member_active(uuid, uuid, boolean),
  private.map_status(uuid, text, text), private.save_reason(uuid, text, text, integer, boolean),
  private.set_lock_rule(uuid, text, text, boolean), private.set_fulfillment_email(uuid, text),
  public.create_organization(text, text, text, text), public.set_member_roles(uuid, uuid, text[]), public.deactivate_member(uuid, uuid),
  public.reactivate_member(uuid, uuid), public.map_status(uuid, text, text), public.save_reason(uuid, text, text, integer, boolean),
  public.set_lock_rule(uuid, text, text, boolean), public.set_fulfillment_email(uuid, text)
to authenticated;
