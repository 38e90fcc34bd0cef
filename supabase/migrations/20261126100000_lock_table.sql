-- save_lock_table, restore_lock_table: outcome saved · unchanged · stale. simulate_lock_table: what a table would mean.
-- Refuse with PT401, PT403 role_required, PT404 not_found, PT422 unknown_kind | stage_is_always_locked | invalid_rules.

-- Every save is one version of the whole table; the rules themselves live in lock_rules.
create table public.lock_table_versions (
  org_id uuid not null references public.organizations (id) on delete restrict,
  version integer not null,
  rules jsonb not null,
  changes jsonb not null,
  restored_version integer,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  primary key (org_id, version),
  constraint lock_table_versions_saver_is_a_member foreign key (org_id, saved_by) references public.members (org_id, id),
  constraint lock_table_versions_count_from_one check (version >= 1),
  constraint lock_table_versions_restore_an_earlier_one check (restored_version between 0 and version - 1),
  constraint lock_table_versions_rules_are_a_list check (jsonb_typeof(rules) = 'array'),
  constraint lock_table_versions_change_something check (jsonb_typeof(changes) = 'array' and jsonb_array_length(changes) > 0)
);

create index lock_table_versions_by_saver on public.lock_table_versions (org_id, saved_by);

alter table public.lock_table_versions enable row level security;
alter table public.lock_table_versions force row level security;

grant select on public.lock_table_versions to authenticated;

create policy "admins read the versions of their organization's lock table" on public.lock_table_versions
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));

comment on table public.lock_table_versions is 'Who changed what about the lock table when. Version 0, the defaults, has no row.';
comment on column public.lock_table_versions.rules is 'All rules as this version left them: [{kind, stage, is_locked}].';
comment on column public.lock_table_versions.changes is 'The cells it changed, as they became: [{kind, stage, is_locked}].';

-- The cells an organization decides, in the order people read them.
create function private.lock_table_cells() returns table (kind public.change_kind, stage public.order_stage)
language sql immutable set search_path = '' as $$
  select k.kind, s.stage
  from unnest(enum_range(null::public.change_kind)) k (kind)
  cross join unnest('{draft,pending_approval,open,on_hold,released,picking,picked}'::public.order_stage[]) s (stage)
  where s.stage <> 'picked' or k.kind in ('set_ship_to', 'set_ship_method')
$$;

create view public.lock_table with (security_invoker = true) as
  select
    g.id as org_id, c.kind, c.stage,
    private.is_stage_locked(g.id, c.kind, c.stage) as is_locked,
    private.is_locked_by_default(c.kind, c.stage) as is_locked_by_default
  from public.organizations g cross join private.lock_table_cells() c;

comment on view public.lock_table is 'Every cell an organization decides, with what it says and what it would say by default.';

-- The cells of `p_rules`, [{kind, stage, is_locked}], that differ from the table as it is.
create function private.read_lock_rules(p_org uuid, p_rules jsonb)
returns table (kind public.change_kind, stage public.order_stage, is_locked boolean)
language plpgsql stable set search_path = '' as $$
declare
  v_rule jsonb;
begin
  if p_rules is null or jsonb_typeof(p_rules) <> 'array' or jsonb_array_length(p_rules) > 200 then
    perform private.fail(422, 'invalid_rules', jsonb_build_object('field', 'rules'), 'Reload the page and try again.');
  end if;
  for v_rule in select r.value from jsonb_array_elements(p_rules) r (value) loop
    if jsonb_typeof(v_rule) <> 'object' or jsonb_typeof(v_rule -> 'is_locked') is distinct from 'boolean' or exists (
      select from jsonb_object_keys(v_rule) k where k not in ('kind', 'stage', 'is_locked')
    ) then
      perform private.fail(422, 'invalid_rules', jsonb_build_object('field', 'rules', 'value', left(v_rule::text, 200)), 'Reload the page and try again.');
    end if;
    if not coalesce(v_rule ->> 'kind' = any (enum_range(null::public.change_kind)::text[]), false) then
      perform private.fail(422, 'unknown_kind', jsonb_build_object('field', 'kind', 'value', left(v_rule ->> 'kind', 60)), 'Choose a kind of change from the list.');
    end if;
    if not exists (
      select from private.lock_table_cells() c where c.kind::text = v_rule ->> 'kind' and c.stage::text = v_rule ->> 'stage'
    ) then
      perform private.fail(422, 'stage_is_always_locked', jsonb_build_object('field', 'stage', 'value', left(v_rule ->> 'stage', 60)),
        'Only stages before picked can be locked or opened, and picked for the address and the ship method.');
    end if;
  end loop;
  if exists (select from jsonb_array_elements(p_rules) r (value) group by r.value ->> 'kind', r.value ->> 'stage' having count(*) > 1) then
    perform private.fail(422, 'invalid_rules', jsonb_build_object('field', 'rules'), 'Say each cell once.');
  end if;
  return query
  select c.kind, c.stage, (r.value -> 'is_locked')::boolean
  from private.lock_table_cells() c
  join jsonb_array_elements(p_rules) r (value) on r.value ->> 'kind' = c.kind::text and r.value ->> 'stage' = c.stage::text
  where (r.value -> 'is_locked')::boolean <> private.is_stage_locked(p_org, c.kind, c.stage);
end
$$;

create function private.write_lock_table(p_admin public.members, p_rules jsonb, p_expected_version integer, p_restored_version integer default null)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_admin.org_id;
  v_last public.lock_table_versions;
  v_version integer;
  v_changes jsonb;
begin
  if p_expected_version is null or p_expected_version < 0 then
    perform private.fail(422, 'required', jsonb_build_object('field', 'expected_version'), 'Reload the page and change what it shows.');
  end if;
  -- Lock: one save at a time. Not against foreign keys; a decision that holds the audit head refers to the organization.
  perform from public.organizations g where g.id = v_org for no key update;
  select * into v_last from public.lock_table_versions v where v.org_id = v_org order by v.version desc limit 1;
  v_version := coalesce(v_last.version, 0);
  select jsonb_agg(jsonb_build_object('kind', r.kind, 'stage', r.stage, 'is_locked', r.is_locked)) into v_changes
    from private.read_lock_rules(v_org, p_rules) r;
  if v_changes is null then
    return jsonb_build_object('outcome', 'unchanged', 'version', v_version);
  end if;
  if p_expected_version <> v_version then
    return jsonb_build_object(
      'outcome', 'stale', 'version', v_version, 'saved_at', v_last.saved_at,
      'saved_by', (select m.name from public.members m where m.org_id = v_org and m.id = v_last.saved_by)
    );
  end if;
  insert into public.lock_rules (org_id, kind, stage, is_locked)
    select v_org, (c ->> 'kind')::public.change_kind, (c ->> 'stage')::public.order_stage, (c -> 'is_locked')::boolean
    from jsonb_array_elements(v_changes) c
    on conflict (org_id, kind, stage) do update set is_locked = excluded.is_locked;
  insert into public.lock_table_versions (org_id, version, rules, changes, restored_version, saved_by)
    select v_org, v_version + 1, (
      select jsonb_agg(jsonb_build_object('kind', r.kind, 'stage', r.stage, 'is_locked', r.is_locked) order by r.kind, r.stage)
      from public.lock_rules r where r.org_id = v_org
    ), v_changes, p_restored_version, p_admin.id;
  perform private.append_audit(v_org, p_admin.id, 'lock_table.saved', null, null,
    jsonb_build_object('version', v_version),
    jsonb_strip_nulls(jsonb_build_object('version', v_version + 1, 'restored_version', p_restored_version, 'changes', v_changes)));
  return jsonb_build_object('outcome', 'saved', 'version', v_version + 1, 'changes', v_changes);
end
$$;

create function private.save_lock_table(p_org uuid, p_rules jsonb, p_expected_version integer) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select private.write_lock_table(private.require_member(p_org, 'admin'), p_rules, p_expected_version)
$$;

-- Brings an earlier version back, as a new one. A cell that version said nothing about goes back to its default.
create function private.restore_lock_table(p_org uuid, p_version integer, p_expected_version integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_rules jsonb := '[]';
begin
  if p_version <> 0 then
    select v.rules into v_rules from public.lock_table_versions v where v.org_id = p_org and v.version = p_version;
  end if;
  if p_version is null or v_rules is null then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  return private.write_lock_table(v_admin, (
    select jsonb_agg(jsonb_build_object(
      'kind', c.kind, 'stage', c.stage, 'is_locked', coalesce((r.value -> 'is_locked')::boolean, private.is_locked_by_default(c.kind, c.stage))
    ))
    from private.lock_table_cells() c
    left join jsonb_array_elements(v_rules) r (value) on r.value ->> 'kind' = c.kind::text and r.value ->> 'stage' = c.stage::text
  ), p_expected_version, p_version);
end
$$;

-- Whether an order would take this kind of change with other answers than today, and with which: locked, opened or null.
create function private.lock_difference(p_order public.orders, p_kind public.change_kind, p_draft jsonb) returns text
language sql stable set search_path = '' as $$
  select case
    when p_kind in ('add_line', 'set_order_date', 'set_ship_to', 'set_ship_method', 'cancel_order') then (
      select case when n.now is null and n.draft is not null then 'locked' when n.now is not null and n.draft is null then 'opened' end
      from (select private.order_lock(p_order, p_kind) as now, private.order_lock(p_order, p_kind, p_draft) as draft) n
    )
    else (
      select case when n.now is null then 'locked' else 'opened' end
      from public.order_lines l
      cross join lateral (
        select private.line_lock(p_order, l, p_kind) as now, private.line_lock(p_order, l, p_kind, p_draft) as draft offset 0
      ) n
      where l.org_id = p_order.org_id and l.order_id = p_order.id and l.removed_at is null and (n.now is null) <> (n.draft is null)
      limit 1
    )
  end
$$;

-- Which open orders a draft would lock or open for somebody, and for what.
create function private.simulate_on_orders(p_org uuid, p_draft jsonb, p_stages public.order_stage[], p_kinds public.change_kind[]) returns jsonb
language sql stable set search_path = '' as $$
  with affected as materialized (
    select o.order_number, o.customer, o.reached_stage as stage, d.difference, k.kind
    from public.orders o
    cross join unnest(p_kinds) k (kind)
    cross join lateral (select private.lock_difference(o, k.kind, p_draft) as difference offset 0) d
    where o.org_id = p_org
      -- An order answers by its own stage or by one of its lines'; while it is on the floor its untouched lines count as released.
      and (o.reached_stage = any (p_stages) or 'released' = any (p_stages) and o.reached_stage in ('picking', 'partially_shipped') or exists (
        select from public.order_lines l where l.org_id = p_org and l.order_id = o.id and (
          l.reached_stage = any (p_stages) or 'released' = any (p_stages) and l.reached_stage = 'partially_shipped'
        )
      ))
      and d.difference is not null
  )
  select jsonb_build_object(
    'locked', count(distinct a.order_number) filter (where a.difference = 'locked'),
    'opened', count(distinct a.order_number) filter (where a.difference = 'opened'),
    'examples', coalesce((
      select jsonb_agg(to_jsonb(e) order by e.order_number)
      from (
        select i.order_number, i.customer, i.stage,
          coalesce(array_agg(i.kind order by i.kind) filter (where i.difference = 'locked'), '{}') as locked,
          coalesce(array_agg(i.kind order by i.kind) filter (where i.difference = 'opened'), '{}') as opened
        from affected i group by i.order_number, i.customer, i.stage order by i.order_number limit 5
      ) e
    ), '[]')
  )
  from affected a
$$;

-- One order, kind by kind and line by line: null where a change is possible, else the code of the reason, today and with the draft.
create function private.simulate_on_order(p_order public.orders, p_draft jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', p_order.id, 'order_number', p_order.order_number, 'customer', p_order.customer, 'stage', p_order.reached_stage, 'status_word', p_order.status_word,
    'kinds', (
      select jsonb_agg(jsonb_build_object(
        'kind', k.kind, 'now', private.order_lock(p_order, k.kind), 'draft', private.order_lock(p_order, k.kind, p_draft)
      ) order by k.kind)
      from unnest('{add_line,set_order_date,set_ship_to,set_ship_method,cancel_order}'::public.change_kind[]) k (kind)
    ),
    'line_count', (select count(*) from public.order_lines l where l.org_id = p_order.org_id and l.order_id = p_order.id and l.removed_at is null),
    'lines', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', l.id, 'position', l.position, 'sku', l.sku, 'stage', private.line_stage(p_order.reached_stage, l),
        'ordered', trim_scale(l.quantity_ordered)::text, 'floor', trim_scale(private.line_floor(l))::text,
        'picked', trim_scale(l.quantity_picked)::text, 'packed', trim_scale(l.quantity_packed)::text, 'shipped', trim_scale(l.quantity_shipped)::text,
        'kinds', (
          select jsonb_agg(jsonb_build_object(
            'kind', k.kind, 'now', private.line_lock(p_order, l, k.kind), 'draft', private.line_lock(p_order, l, k.kind, p_draft)
          ) order by k.kind)
          from unnest('{set_quantity,close_line,remove_line,substitute_line,set_line_date}'::public.change_kind[]) k (kind)
        )
      ) order by l.position)
      from (
        select * from public.order_lines i
        where i.org_id = p_order.org_id and i.order_id = p_order.id and i.removed_at is null order by i.position limit 100
      ) l
    ), '[]')
  )
$$;

-- What the table means for an order (null: for none in particular) and for the open orders, today and with unsaved rules. Every
-- answer comes from the functions that submit and decide ask.
create function private.simulate_lock_table(p_org uuid, p_rules jsonb, p_order_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_order public.orders;
  v_draft jsonb;
  v_stages public.order_stage[];
  v_kinds public.change_kind[];
begin
  select coalesce(jsonb_object_agg(k.kind, k.stages), '{}') into v_draft
    from (
      select r.kind, jsonb_object_agg(r.stage, r.is_locked) as stages from private.read_lock_rules(p_org, p_rules) r group by r.kind
    ) k;
  select coalesce(array_agg(distinct r.stage), '{}'), coalesce(array_agg(distinct r.kind), '{}') into v_stages, v_kinds
    from private.read_lock_rules(p_org, p_rules) r;
  if p_order_id is not null then
    select * into v_order from public.orders o where o.org_id = p_org and o.id = p_order_id;
    if not found then
      perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
    end if;
  end if;
  return jsonb_build_object(
    'outcome', 'simulated',
    'cells', (select count(*) from private.read_lock_rules(p_org, p_rules)),
    'orders', private.simulate_on_orders(p_org, v_draft, v_stages, v_kinds),
    'order', case when v_order.id is not null then private.simulate_on_order(v_order, v_draft) end,
    'requesters', (select count(*) from public.members m where m.org_id = v_admin.org_id and m.active and 'requester' = any (m.roles)),
    'approvers', (select count(*) from public.members m where m.org_id = v_admin.org_id and m.active and 'approver' = any (m.roles))
  );
end
$$;

create function public.save_lock_table(p_org uuid, p_rules jsonb, p_expected_version integer) returns jsonb
language sql security invoker set search_path = '' as $$ select private.save_lock_table(p_org, p_rules, p_expected_version) $$;
create function public.restore_lock_table(p_org uuid, p_version integer, p_expected_version integer) returns jsonb
language sql security invoker set search_path = '' as $$ select private.restore_lock_table(p_org, p_version, p_expected_version) $$;
create function public.simulate_lock_table(p_org uuid, p_rules jsonb default '[]', p_order_id uuid default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.simulate_lock_table(p_org, p_rules, p_order_id) $$;

grant select on public.lock_table to authenticated;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.save_lock_table(uuid, jsonb, integer), public.restore_lock_table(uuid, integer, integer), public.simulate_lock_table(uuid, jsonb, uuid)
from public;
grant execute on function
  private.lock_table_cells(),
  private.save_lock_table(uuid, jsonb, integer), private.restore_lock_table(uuid, integer, integer), private.simulate_lock_table(uuid, jsonb, uuid),
  public.save_lock_table(uuid, jsonb, integer), public.restore_lock_table(uuid, integer, integer), public.simulate_lock_table(uuid, jsonb, uuid)
to authenticated;
