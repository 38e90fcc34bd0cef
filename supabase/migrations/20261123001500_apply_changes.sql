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

-- The source's own word for a cancelled order, which the export tells and which keeps the order cancelled when words are mapped
-- anew; the one orders carry before others. A source that never had one gets a word, its key locked by the insert alone.
create function private.cancelled_word(p_org uuid, p_actor uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_word text;
begin
  select w.word into v_word
    from public.status_words w
    where w.org_id = p_org and w.stage = 'cancelled'
    order by exists (select from public.orders o where o.org_id = p_org and o.status_word = w.word) desc, w.word_key limit 1;
  for v_try in 1 .. 100 loop
    exit when v_word is not null;
    insert into public.status_words (org_id, word_key, word, stage, mapped_at, mapped_by)
      select p_org, private.fold(n.word), n.word, 'cancelled', now(), p_actor
      from (select case v_try when 1 then 'Cancelled' else 'Cancelled ' || v_try end) n (word)
      on conflict do nothing
      returning word into v_word;
  end loop;
  return v_word;
end
$$;

-- Returns the order's new version; raises 23505 (and so undoes everything) if this request was ever written before.
create function private.apply_changes(p_order public.orders, p_request public.change_requests, p_actor uuid) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_change public.changes;
  v_position integer;
  v_order public.orders := p_order;
  v_moves_skus boolean := false;
begin
  insert into public.order_writes (org_id, order_id, request_id, version_before, version_after, written_by)
    values (p_order.org_id, p_order.id, p_request.id, p_order.version, p_order.version + 1, p_actor);

  for v_change in
    select * from public.changes c
    where c.org_id = p_order.org_id and c.request_id = p_request.id and c.round = p_request.round and c.outcome is distinct from 'rejected'
    order by c.position
  loop
    v_moves_skus := v_moves_skus or v_change.kind in ('remove_line', 'substitute_line', 'add_line');
    case v_change.kind
      when 'set_quantity', 'close_line' then
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
        v_order.requested_ship_date := (v_change.after ->> 'requested_ship_date')::date;
      when 'set_ship_to' then
        v_order.ship_to := v_change.after ->> 'ship_to';
      when 'set_ship_method' then
        v_order.ship_method := v_change.after ->> 'ship_method';
      when 'cancel_order' then
        v_order.stage := 'cancelled';
        v_order.status_word := private.cancelled_word(p_order.org_id, p_actor);
    end case;
  end loop;

  update public.orders set
    requested_ship_date = v_order.requested_ship_date, ship_to = v_order.ship_to, ship_method = v_order.ship_method,
    stage = v_order.stage, status_word = v_order.status_word, version = version + 1, updated_at = now()
    where org_id = p_order.org_id and id = p_order.id;
  if v_moves_skus then
    perform private.refresh_line_skus(p_order.org_id, array[p_order.id]);
  end if;
  -- The line that went, or was closed, may have been the only one that was not picked.
  perform private.refresh_lines_stage(p_order.org_id, array[p_order.id]);
  return p_order.version + 1;
end
$$;

revoke execute on all functions in schema private from public;
