-- Whether a change is still possible, answered once. Submit and decide ask these functions under the row lock; the pages
-- read the same functions through two views, so what a person sees and what the database does cannot disagree.

-- No setting opens these.
create function private.is_final(p_stage public.order_stage) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select p_stage in ('picked', 'packed', 'shipped', 'closed', 'cancelled', 'unknown')
$$;

-- Where the organization's own table is silent. Address and method are written on the box when it is packed: they stay open
-- while the goods are picked, and even when all of them are.
create function private.is_locked_by_default(p_kind public.change_kind, p_stage public.order_stage) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select p_stage not in ('draft', 'pending_approval', 'open', 'on_hold', 'released')
    and not (p_kind in ('set_ship_to', 'set_ship_method') and p_stage in ('picking', 'picked'))
$$;

-- The organization's own table for the stages it decides. `p_draft` is an edit nobody has saved yet, asked by the simulator:
-- {"set_quantity": {"open": true}}, cells it leaves out are as they are.
create function private.is_stage_locked(
  p_org uuid, p_kind public.change_kind, p_stage public.order_stage, p_draft jsonb default null
) returns boolean
language sql stable set search_path = '' as $$
  select coalesce(
    (p_draft -> p_kind::text ->> p_stage::text)::boolean,
    (select r.is_locked from public.lock_rules r where r.org_id = p_org and r.kind = p_kind and r.stage = p_stage),
    private.is_locked_by_default(p_kind, p_stage)
  )
$$;

-- The least quantity a line may have: what has been picked, packed, shipped or invoiced of it.
create function private.line_floor(p_line public.order_lines) returns numeric
language sql immutable set search_path = '' as $$
  select greatest(
    coalesce(p_line.quantity_picked, 0), coalesce(p_line.quantity_packed, 0),
    coalesce(p_line.quantity_shipped, 0), coalesce(p_line.quantity_invoiced, 0)
  )
$$;

-- Where a line stands: its own status word, else what its quantities say, else the order's stage.
create function private.line_stage(p_order_stage public.order_stage, p_line public.order_lines) returns public.order_stage
language sql immutable set search_path = '' as $$
  select case
    when private.is_final(p_order_stage) then p_order_stage
    when p_line.reached_stage is not null then p_line.reached_stage
    when p_line.quantity_ordered > 0 and p_line.quantity_shipped >= p_line.quantity_ordered then 'shipped'
    when p_line.quantity_ordered > 0 and p_line.quantity_packed >= p_line.quantity_ordered then 'packed'
    when p_line.quantity_ordered > 0 and p_line.quantity_picked >= p_line.quantity_ordered then 'picked'
    when p_line.quantity_shipped > 0 then 'partially_shipped'
    when p_line.quantity_picked > 0 or p_line.quantity_packed > 0 then 'picking'
    when p_order_stage in ('picking', 'partially_shipped')
      and coalesce(
        p_line.quantity_picked, p_line.quantity_packed, case when p_order_stage = 'partially_shipped' then p_line.quantity_shipped end
      ) is not null then 'released'
    else p_order_stage
  end
$$;

-- How far all of an order's lines are, where the floor has marked one of them; null as long as one is not picked at least.
create function private.lines_stage(p_order public.orders) returns public.order_stage
language sql stable set search_path = '' as $$
  select case
    when bool_or(l.marked_stage is not null) and bool_and(private.line_stage(p_order.stage, l) in ('picked', 'packed', 'shipped'))
      then min(private.line_stage(p_order.stage, l))
  end
  from public.order_lines l
  where l.org_id = p_order.org_id and l.order_id = p_order.id and l.removed_at is null and l.quantity_ordered > 0
    and coalesce(l.status_stage not in ('closed', 'cancelled'), true)
$$;

-- Called with the orders locked, after anything that their lines' stages come from was written.
create function private.refresh_lines_stage(p_org uuid, p_order_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.orders o set lines_stage = private.lines_stage(o)
  where o.org_id = p_org and o.id = any (p_order_ids)
    and (o.lines_stage is not null or o.id in (select l.order_id from public.order_lines l where l.org_id = p_org and l.marked_by is not null))
    and o.lines_stage is distinct from private.lines_stage(o);
end
$$;

-- Why what is written on the box stays as it is: a box is closed, or nobody knows. What a removed line's status says is
-- nobody's business any more, what was packed of it is.
create function private.shipping_lock(p_order public.orders) returns text
language sql stable set search_path = '' as $$
  select case
    when bool_or(greatest(l.quantity_packed, l.quantity_shipped, l.quantity_invoiced) > 0
      or l.removed_at is null and l.reached_stage in ('packed', 'partially_shipped', 'shipped', 'closed')) then 'order_packed'
    when bool_or(l.removed_at is null and l.reached_stage = 'unknown') then 'order_progress_unknown'
  end
  from public.order_lines l where l.org_id = p_order.org_id and l.order_id = p_order.id
$$;

-- Why the order cannot be cancelled as a whole although its stage allows it: the floor has begun with a line, or nobody knows.
create function private.cancel_lock(p_order public.orders, p_draft jsonb default null) returns text
language sql stable set search_path = '' as $$
  select case
    when bool_or(private.line_floor(l) > 0 or l.removed_at is null and (
      l.reached_stage in ('picked', 'packed', 'partially_shipped', 'shipped', 'closed')
      or l.reached_stage = 'picking' and private.is_stage_locked(p_order.org_id, 'cancel_order', 'picking', p_draft)
    )) then 'order_started'
    when bool_or(l.removed_at is null and (
      l.reached_stage = 'unknown'
      or coalesce(l.reached_stage, p_order.reached_stage) = 'picking' and coalesce(l.quantity_picked, l.quantity_packed) is null
    )) then 'order_progress_unknown'
  end
  from public.order_lines l where l.org_id = p_order.org_id and l.order_id = p_order.id
$$;

-- Why the order itself cannot take this kind of change; null when it can. Picked is open for what is written on the box alone.
create function private.order_lock(p_order public.orders, p_kind public.change_kind, p_draft jsonb default null) returns text
language sql stable set search_path = '' as $$
  select case
    when private.is_final(p_order.reached_stage) and not (p_order.reached_stage = 'picked' and p_kind in ('set_ship_to', 'set_ship_method')) then 'order_locked'
    when p_order.reached_stage = 'partially_shipped' then 'order_locked'
    when private.is_stage_locked(p_order.org_id, p_kind, p_order.reached_stage, p_draft) then 'stage_locked'
    when p_kind in ('set_ship_to', 'set_ship_method') then private.shipping_lock(p_order)
    when p_kind = 'cancel_order' then private.cancel_lock(p_order, p_draft)
  end
$$;

-- Why a line cannot take this kind of change; null when it can (a quantity still has its floor).
-- A line half picked by its quantities stays open for the rest: that rest counts as released. While an order is being
-- picked, "nothing shipped" says nothing about the picking: a line is open only where picked or packed is known.
-- Closing the rest of a line is for one the floor has begun with; nothing picked of it means removing it.
create function private.line_lock(
  p_order public.orders, p_line public.order_lines, p_kind public.change_kind, p_draft jsonb default null
) returns text
language plpgsql stable set search_path = '' as $$
begin
  return case
    when private.is_final(p_order.reached_stage) then 'order_locked'
    when p_line.removed_at is not null then 'line_removed'
    when private.is_final(p_line.reached_stage) then 'line_locked'
    when p_line.quantity_ordered > 0
      and greatest(p_line.quantity_picked, p_line.quantity_packed, p_line.quantity_shipped) >= p_line.quantity_ordered
      then 'line_locked'
    when coalesce(p_line.reached_stage, p_order.reached_stage) in ('picking', 'partially_shipped')
      and (p_line.reached_stage is null or p_line.reached_stage = 'partially_shipped')
      and coalesce(
        p_line.quantity_picked, p_line.quantity_packed,
        case when coalesce(p_line.reached_stage, p_order.reached_stage) = 'partially_shipped' then p_line.quantity_shipped end
      ) is null
      then 'line_progress_unknown'
    when p_kind = 'close_line' and p_line.quantity_ordered > 0 and private.line_floor(p_line) >= p_line.quantity_ordered then 'line_locked'
    when p_kind in ('remove_line', 'substitute_line') and private.line_floor(p_line) > 0 then 'line_started'
    when private.is_stage_locked(
      p_order.org_id, p_kind,
      case
        when p_line.reached_stage = 'partially_shipped' then 'released'
        when p_line.reached_stage is not null then p_line.reached_stage
        when p_order.reached_stage in ('picking', 'partially_shipped') then 'released'
        else p_order.reached_stage
      end,
      p_draft
    ) then 'stage_locked'
    when p_kind = 'close_line' and private.line_floor(p_line) = 0 then 'line_not_started'
  end;
end
$$;

revoke execute on all functions in schema private from public;
grant execute on function
  private.is_final(public.order_stage),
  private.is_locked_by_default(public.change_kind, public.order_stage),
  private.is_stage_locked(uuid, public.change_kind, public.order_stage, jsonb),
  private.line_floor(public.order_lines),
  private.line_stage(public.order_stage, public.order_lines),
  private.shipping_lock(public.orders),
  private.cancel_lock(public.orders, jsonb),
  private.order_lock(public.orders, public.change_kind, jsonb),
  private.line_lock(public.orders, public.order_lines, public.change_kind, jsonb)
to authenticated;

create view public.order_locks with (security_invoker = true) as
  select
    o.org_id, o.id as order_id, o.version, o.reached_stage as stage,
    private.is_final(o.reached_stage) and (o.reached_stage <> 'picked' or num_nulls(b.set_ship_to, b.set_ship_method) = 0) as is_locked,
    private.order_lock(o, 'add_line') as add_line,
    private.order_lock(o, 'set_order_date') as set_order_date,
    b.set_ship_to, b.set_ship_method,
    private.order_lock(o, 'cancel_order') as cancel_order
  from public.orders o
  cross join lateral (
    select private.order_lock(o, 'set_ship_to') as set_ship_to, private.order_lock(o, 'set_ship_method') as set_ship_method offset 0
  ) b;

create view public.order_line_locks with (security_invoker = true) as
  select
    l.org_id, l.order_id, l.id as line_id,
    private.line_stage(o.reached_stage, l) as stage,
    private.line_floor(l) as floor,
    private.line_lock(o, l, 'set_quantity') as set_quantity,
    private.line_lock(o, l, 'close_line') as close_line,
    private.line_lock(o, l, 'remove_line') as remove_line,
    private.line_lock(o, l, 'substitute_line') as substitute_line,
    private.line_lock(o, l, 'set_line_date') as set_line_date
  from public.order_lines l
  join public.orders o on o.org_id = l.org_id and o.id = l.order_id;

grant select on public.order_locks, public.order_line_locks to authenticated;

comment on view public.order_locks is 'Per order and kind of change: null when it is possible, else the code of the reason.';
comment on view public.order_line_locks is 'Per line and kind of change: null when it is possible, else the code of the reason. A quantity below floor is refused.';
