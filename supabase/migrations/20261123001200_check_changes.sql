-- Canonical changes against an order that the caller has locked: what would be refused, what is unchanged, what moved.

-- The facts of a line as a change's `before` keeps them; numbers as canonical text.
create function private.line_facts(p_line public.order_lines) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'position', p_line.position, 'sku', p_line.sku, 'description', p_line.description, 'uom', p_line.uom,
    'quantity', trim_scale(p_line.quantity_ordered)::text, 'unit_price', trim_scale(p_line.unit_price)::text,
    'requested_ship_date', p_line.requested_ship_date
  )
$$;

-- What an order comes to, as cancelling it keeps it: its live lines, their value where they have prices, the units of each kind.
create function private.order_totals(p_order public.orders) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'stage', p_order.stage, 'status_word', p_order.status_word, 'line_count', coalesce(sum(u.lines), 0),
    'amount', trim_scale(round(sum(u.amount), 2))::text, 'unpriced', coalesce(sum(u.unpriced), 0),
    'units', coalesce(jsonb_agg(jsonb_build_object('uom', u.uom, 'quantity', trim_scale(u.quantity)::text) order by u.uom), '[]')
  )
  from (
    select l.uom, count(*) as lines, sum(l.quantity_ordered) as quantity, sum(l.quantity_ordered * l.unit_price) as amount,
      count(*) filter (where l.unit_price is null) as unpriced
    from public.order_lines l
    where l.org_id = p_order.org_id and l.order_id = p_order.id and l.removed_at is null
    group by l.uom
  ) u
$$;

-- What a change starts from: the facts of its line, with the floor where the rest is closed, or those of the order it touches.
create function private.facts_before(p_order public.orders, p_line public.order_lines, p_kind text) returns jsonb
language sql stable set search_path = '' as $$
  select case
    when p_kind = 'close_line' then private.line_facts(p_line) || jsonb_build_object('floor', trim_scale(private.line_floor(p_line))::text)
    when p_line.id is not null then private.line_facts(p_line)
    when p_kind = 'set_order_date' then jsonb_build_object('requested_ship_date', p_order.requested_ship_date)
    when p_kind = 'set_ship_to' then jsonb_build_object('ship_to', p_order.ship_to)
    when p_kind = 'set_ship_method' then jsonb_build_object('ship_method', p_order.ship_method)
    when p_kind = 'cancel_order' then private.order_totals(p_order)
    else '{}'
  end
$$;

-- What it comes to. Closing and cancelling say so in full, so that the approver signs it: the decision writes this and nothing else.
create function private.facts_after(p_change jsonb, p_before jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case p_change ->> 'kind'
    when 'close_line' then jsonb_build_object('quantity', p_before -> 'floor')
    when 'cancel_order' then '{"stage": "cancelled"}'
    else p_change - 'kind' - 'line_id'
  end
$$;

create function private.problem(p_code text, p_index integer, p_line public.order_lines default null, p_facts jsonb default '{}') returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'code', p_code, 'change_index', p_index, 'line_id', p_line.id, 'line', p_line.position, 'sku', p_line.sku
  )) || p_facts
$$;

-- Why these changes cannot be written to the order as it is now; an empty array when they can. A null in their array is a
-- change that is not to be written: it keeps the others' places.
-- Raises PT404 for a line that is not on this order.
create function private.check_changes(p_order public.orders, p_changes jsonb, p_today date) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_problems jsonb := '[]';
  v_change jsonb;
  v_line public.order_lines;
  v_kind public.change_kind;
  v_code text;
  v_floor numeric;
begin
  for v_index in 0 .. jsonb_array_length(p_changes) - 1 loop
    v_change := p_changes -> v_index;
    continue when v_change = 'null';
    v_kind := (v_change ->> 'kind')::public.change_kind;
    v_line := null;
    if v_change ? 'line_id' then
      select * into v_line from public.order_lines l
        where l.org_id = p_order.org_id and l.id = (v_change ->> 'line_id')::uuid and l.order_id = p_order.id;
      if not found then
        perform private.fail(404, 'not_found', jsonb_build_object('change_index', v_index), 'This line is not on the order. Reload the page.');
      end if;
      v_code := private.line_lock(p_order, v_line, v_kind);
    else
      v_code := private.order_lock(p_order, v_kind);
    end if;

    if v_code is not null then
      v_problems := v_problems || private.problem(v_code, v_index, v_line, jsonb_build_object(
        'kind', v_kind,
        'stage', case when v_line.id is null then p_order.reached_stage else private.line_stage(p_order.reached_stage, v_line) end,
        'order_stage', p_order.reached_stage,
        'status_word', coalesce(v_line.status_word, p_order.status_word),
        'floor', trim_scale(private.line_floor(v_line))::text
      ));
      continue;
    end if;
    v_floor := private.line_floor(v_line);
    if v_change ? 'quantity' and v_line.id is not null and (v_change ->> 'quantity')::numeric < v_floor then
      v_problems := v_problems || private.problem('below_floor', v_index, v_line, jsonb_build_object(
        'kind', v_kind, 'floor', trim_scale(v_floor)::text, 'quantity', v_change ->> 'quantity',
        'ordered', trim_scale(v_line.quantity_ordered)::text
      ));
    end if;
    if (v_change ->> 'requested_ship_date')::date < p_today then
      v_problems := v_problems || private.problem('date_in_past', v_index, v_line, jsonb_build_object(
        'kind', v_kind, 'requested_ship_date', v_change ->> 'requested_ship_date'
      ));
    end if;
  end loop;
  return v_problems;
end
$$;

-- The changes with `before` (the order and its lines as they are now) and `after` (only what is asked for).
-- Raises PT422 for a change that would change nothing.
create function private.snapshot_changes(p_order public.orders, p_changes jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_result jsonb := '[]';
  v_change jsonb;
  v_after jsonb;
  v_before jsonb;
  v_line public.order_lines;
begin
  for v_index in 0 .. jsonb_array_length(p_changes) - 1 loop
    v_change := p_changes -> v_index;
    v_line := null;
    if v_change ? 'line_id' then
      select * into strict v_line from public.order_lines l
        where l.org_id = p_order.org_id and l.id = (v_change ->> 'line_id')::uuid and l.order_id = p_order.id;
    end if;
    v_before := private.facts_before(p_order, v_line, v_change ->> 'kind');
    v_after := private.facts_after(v_change, v_before);
    -- Setting a line to the day it already ships with the order is allowed: it pins that day. An address in the file may end
    -- its lines otherwise.
    if v_change ->> 'kind' in ('set_quantity', 'set_line_date', 'set_order_date', 'substitute_line', 'set_ship_method') and v_before @> v_after
      or v_change ->> 'kind' = 'set_ship_to' and private.plain_lines(v_before ->> 'ship_to') is not distinct from v_after ->> 'ship_to' then
      perform private.fail_change(v_index, 'unchanged', (select k from jsonb_object_keys(v_after) k limit 1),
        (select v from jsonb_each(v_after) e (k, v) limit 1), 'It already has this value. Change it or leave it out.');
    end if;
    v_result := v_result || jsonb_build_object(
      'kind', v_change -> 'kind', 'line_id', v_change -> 'line_id', 'before', v_before, 'after', v_after
    );
  end loop;
  return v_result;
end
$$;

-- The touched fields that no longer have the value the requester saw: [{change_index, field, base, now, requested}]. Changes
-- that were or are being rejected (by their positions) don't count.
create function private.moved_fields(
  p_order public.orders, p_request_id uuid, p_round integer, p_rejected integer[] default '{}'
) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(
      jsonb_strip_nulls(jsonb_build_object(
        'code', case when l.removed_at is not null then 'line_removed' else 'field_moved' end,
        'change_index', c.position - 1, 'kind', c.kind, 'line_id', c.line_id, 'line', l.position, 'sku', l.sku, 'field', f.field
      )) || jsonb_build_object('base', c.before -> f.field, 'now', n.facts -> f.field, 'requested', c.after -> f.field)
      order by c.position, f.field
    ), '[]')
    from public.changes c
    left join public.order_lines l on l.org_id = c.org_id and l.id = c.line_id
    cross join lateral (
      select private.facts_before(p_order, l, c.kind::text)
    ) n (facts)
    cross join lateral (
      select unnest(case c.kind
        when 'set_quantity' then array['quantity', 'sku']
        when 'set_line_date' then array['requested_ship_date', 'sku']
        when 'set_order_date' then array['requested_ship_date']
        when 'set_ship_to' then array['ship_to']
        when 'set_ship_method' then array['ship_method']
        when 'close_line' then array['quantity', 'sku', 'floor']
        when 'cancel_order' then array['line_count', 'amount']
        when 'substitute_line' then array['sku', 'quantity']
        when 'remove_line' then array['sku', 'quantity', 'requested_ship_date']
        else '{}'::text[]
      end)
    ) f (field)
    where c.org_id = p_order.org_id and c.request_id = p_request_id and c.round = p_round
      and c.outcome is distinct from 'rejected' and not c.position = any (p_rejected)
      and (c.before -> f.field is distinct from n.facts -> f.field or l.removed_at is not null)
  );
end
$$;

revoke execute on all functions in schema private from public;
