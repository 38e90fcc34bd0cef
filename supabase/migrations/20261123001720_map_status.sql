-- map_status: outcome mapped. Refuses with PT401, PT403, PT404, PT422 unknown_stage.

-- Maps a status word and moves every order and line that carries it, orders locked by id as everywhere.
create function private.map_status(p_org uuid, p_word text, p_stage text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_word text := private.text_argument('word', p_word, 120);
  v_key text := private.fold(v_word);
  v_spellings text[];
  v_before public.order_stage;
  v_orders uuid[];
  v_touched uuid[];
  v_moved uuid[];
begin
  if length(v_key) > 120 then
    perform private.fail(422, 'too_long', jsonb_build_object('field', 'word', 'length', length(v_key), 'max', 120), 'Shorten it and send again.');
  end if;
  if p_stage is null or not p_stage = any (enum_range(null::public.order_stage)::text[]) then
    perform private.fail(422, 'unknown_stage', jsonb_build_object('field', 'stage', 'value', left(p_stage, 60)), 'Choose a stage from the list.');
  end if;
  -- Lock: no import commits meanwhile; it could bring orders with the old meaning of the word.
  perform private.lock_transfers(p_org);
  -- Folded once per spelling, not once per order and line: a hundred thousand orders have a dozen of them.
  v_spellings := array(
    select s.status_word from (
      select o.status_word from public.orders o where o.org_id = p_org and o.status_word is not null
      union
      select l.status_word from public.order_lines l where l.org_id = p_org and l.status_word is not null
      offset 0
    ) s where private.fold(s.status_word) = v_key
  );
  -- Lock: the orders that carry the word, ids ascending, before the word itself.
  select array_agg(o.id) into v_orders from (
    select o.id from public.orders o
    where o.org_id = p_org and o.id in (
      select w.id from public.orders w where w.org_id = p_org and w.status_word = any (v_spellings)
      union
      select l.order_id from public.order_lines l where l.org_id = p_org and l.status_word = any (v_spellings)
    )
    order by o.id for update
  ) o;
  select w.stage into v_before from public.status_words w where w.org_id = p_org and w.word_key = v_key for update;
  insert into public.status_words (org_id, word_key, word, stage, mapped_at, mapped_by)
    values (p_org, v_key, v_word, p_stage::public.order_stage, now(), v_admin.id)
    on conflict (org_id, word_key) do update set stage = excluded.stage, mapped_at = excluded.mapped_at, mapped_by = excluded.mapped_by;

  with restaged as (
    update public.order_lines set status_stage = p_stage::public.order_stage
      where org_id = p_org and order_id = any (v_orders) and status_word = any (v_spellings)
        and status_stage is distinct from p_stage::public.order_stage
      returning order_id
  )
  select array_agg(order_id) into v_touched from restaged;
  with restaged as (
    select o.id, private.derived_stage(o) as stage from public.orders o where o.org_id = p_org and o.id = any (v_orders)
  ), moved as (
    update public.orders o set stage = r.stage, version = o.version + 1, updated_at = now()
    from restaged r where o.org_id = p_org and o.id = r.id and (o.stage is distinct from r.stage or o.id = any (v_touched))
    returning o.id
  )
  select array_agg(id) into v_moved from moved;
  perform private.append_audit(p_org, v_admin.id, 'status.mapped', null, null,
    jsonb_build_object('word', v_word, 'stage', v_before),
    jsonb_build_object('word', v_word, 'stage', p_stage, 'orders', coalesce(cardinality(v_moved), 0)));
  return jsonb_build_object('outcome', 'mapped', 'word', v_word, 'stage', p_stage, 'orders', coalesce(cardinality(v_moved), 0));
end
$$;

-- Where an order stands when the status belongs to its lines: what they say together. What a finished line has locked is
-- never reopened by a line that is less far.
create function private.stage_of_lines(p_stages public.order_stage[]) returns public.order_stage
language sql immutable set search_path = '' as $$
  select case
    when count(*) = 0 or bool_or(s.stage is null or s.stage = 'unknown') then 'unknown'
    when count(distinct s.stage) = 1 then min(s.stage)
    when bool_and(s.stage in ('shipped', 'closed', 'cancelled'))
      then case when bool_or(s.stage = 'shipped') then 'shipped'::public.order_stage else 'closed' end
    when bool_or(s.stage in ('shipped', 'partially_shipped', 'closed')) then 'partially_shipped'
    when bool_or(s.stage in ('picking', 'picked', 'packed')) then 'picking'
    else min(s.stage) filter (where s.stage <> 'cancelled')
  end
  from unnest(p_stages) s (stage)
$$;

-- The order's stage: its own word's, or its lines'. A line an approved request added has no word until the source brings
-- it; it does not make the order unknown.
create function private.derived_stage(p_order public.orders) returns public.order_stage
language sql stable set search_path = '' as $$
  select case
    -- Closed by us, whatever the word means: only a file that has the order again opens it.
    when p_order.closed_at is not null then p_order.stage
    when p_order.status_word is not null then private.stage_of_word(p_order.org_id, p_order.status_word)
    else private.stage_of_lines(array(
      select l.status_stage from public.order_lines l
      where l.org_id = p_order.org_id and l.order_id = p_order.id and l.removed_at is null
        and (l.status_stage is not null or l.added_by_request is null)
    ))
  end
$$;

-- A word on very many orders takes longer than the eight seconds a client role has.
create function public.map_status(p_org uuid, p_word text, p_stage text) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '60s' as $$ select private.map_status(p_org, p_word, p_stage) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.map_status(uuid, text, text) from public;
grant execute on function
  private.map_status(uuid, text, text),
  public.map_status(uuid, text, text)
to authenticated;
