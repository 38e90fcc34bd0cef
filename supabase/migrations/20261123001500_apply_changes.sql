-- Writing an approved round to its order. Called with the order, its lines and the request locked and every check done.

-- A line key for a line without an id of its own: sku:<folded sku>#<first free n>.
create function private.next_sku_key(p_org uuid, p_order_id uuid, p_sku text) returns text
language sql stable set search_path = '' as $$
  select 'sku:' || private.fold(p_sku) || '#' || n
  from generate_series(1, 100000) n
  where not exists (
    select from public.order_lines l
    where l.org_id = p_org and l.order_id = p_order_id and l.line_key = 'sku:' || private.fold(p_sku) || '#' || n
  )
  limit 1
$$;

-- Returns the order's new version; raises 23505 (and so undoes everything) if this request was ever written before.
create function private.apply_changes(p_order public.orders, p_request public.change_requests, p_actor uuid) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_change public.changes;
  v_position integer;
  v_ship_date date := p_order.requested_ship_date;
begin
  insert into public.order_writes (org_id, order_id, request_id, version_before, version_after, written_by)
    values (p_order.org_id, p_order.id, p_request.id, p_order.version, p_order.version + 1, p_actor);

  for v_change in
    select * from public.changes c
    where c.org_id = p_order.org_id and c.request_id = p_request.id and c.round = p_request.round and c.outcome is distinct from 'rejected'
    order by c.position
  loop
    case v_change.kind
      when 'set_quantity' then
        update public.order_lines set quantity_ordered = (v_change.after ->> 'quantity')::numeric
          where org_id = p_order.org_id and id = v_change.line_id;
      when 'remove_line' then
        update public.order_lines set quantity_ordered = 0, removed_at = now()
          where org_id = p_order.org_id and id = v_change.line_id;
      when 'substitute_line' then
        update public.order_lines l set
          sku = v_change.after ->> 'sku',
          description = coalesce(v_change.after ->> 'description', case when l.sku = v_change.after ->> 'sku' then l.description end),
          quantity_ordered = coalesce((v_change.after ->> 'quantity')::numeric, l.quantity_ordered),
          line_key = case when l.line_key like 'sku:%' and private.fold(l.sku) <> private.fold(v_change.after ->> 'sku')
            then private.next_sku_key(l.org_id, l.order_id, v_change.after ->> 'sku') else l.line_key end
          where l.org_id = p_order.org_id and l.id = v_change.line_id;
      when 'set_line_date' then
        update public.order_lines set requested_ship_date = (v_change.after ->> 'requested_ship_date')::date
          where org_id = p_order.org_id and id = v_change.line_id;
      when 'add_line' then
        select coalesce(max(l.position), 0) + 1 into v_position
          from public.order_lines l where l.org_id = p_order.org_id and l.order_id = p_order.id;
        -- Nobody can have picked what did not exist: the new line's quantities are known to be zero.
        insert into public.order_lines (
          org_id, order_id, line_key, position, sku, description, uom, quantity_ordered,
          quantity_picked, quantity_packed, quantity_shipped, quantity_invoiced, unit_price, requested_ship_date, added_by_request
        ) values (
          p_order.org_id, p_order.id, p_request.reference || '/' || v_change.position, v_position, v_change.after ->> 'sku',
          v_change.after ->> 'description', v_change.after ->> 'uom', (v_change.after ->> 'quantity')::numeric,
          0, 0, 0, 0, (v_change.after ->> 'unit_price')::numeric, (v_change.after ->> 'requested_ship_date')::date, p_request.id
        );
      when 'set_order_date' then
        v_ship_date := (v_change.after ->> 'requested_ship_date')::date;
    end case;
  end loop;

  update public.orders set requested_ship_date = v_ship_date, version = version + 1, updated_at = now()
    where org_id = p_order.org_id and id = p_order.id;
  perform private.refresh_line_skus(p_order.org_id, array[p_order.id]);
  return p_order.version + 1;
end
$$;

revoke execute on all functions in schema private from public;
