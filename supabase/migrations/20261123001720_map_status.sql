-- map_status: outcome mapped. Refuses with PT401, PT403, PT404, PT422 unknown_stage.

-- Words as they are sent, each once, with the key they are kept under: [{word, word_key, stage}]. PT422 names the bad one.
create function private.words_argument(p_words jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_word text;
  v_key text;
  v_stage text;
  v_result jsonb := '{}';
begin
  for v_word, v_stage in select w ->> 'word', w ->> 'stage' from jsonb_array_elements(p_words) w loop
    v_word := private.text_argument('word', v_word, 120);
    v_key := private.fold(v_word);
    if length(v_key) > 120 then
      perform private.fail(422, 'too_long', jsonb_build_object('field', 'word', 'length', length(v_key), 'max', 120), 'Shorten it and send again.');
    end if;
    if v_stage is null or not v_stage = any (enum_range(null::public.order_stage)::text[]) then
      perform private.fail(422, 'unknown_stage', jsonb_build_object('field', 'stage', 'value', left(v_stage, 60)), 'Choose a stage from the list.');
    end if;
    v_result := v_result || jsonb_build_object(v_key, jsonb_build_object('word', v_word, 'word_key', v_key, 'stage', v_stage));
  end loop;
  return coalesce((select jsonb_agg(w.value order by w.key) from jsonb_each(v_result) w), '[]');
end
$$;

-- Maps words and moves every order and line that carries one of them, orders locked by id as everywhere. Each word with the
-- stage it had and how many of the moved orders carry it. The caller writes the trail, after its last lock.
create function private.map_words(p_org uuid, p_admin uuid, p_words jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Spelling → key and stage. Folded once per spelling, not once per order and line: a hundred thousand orders have a dozen.
  v_spelled jsonb;
  v_spellings text[];
  v_before jsonb;
  v_orders uuid[];
  v_touched uuid[];
  v_moved uuid[];
begin
  -- Lock: no import commits meanwhile; it could bring orders with the old meaning of a word.
  perform private.lock_transfers(p_org);
  select coalesce(jsonb_object_agg(s.status_word, w.word), '{}') into v_spelled
    from (
      select o.status_word from public.orders o where o.org_id = p_org and o.status_word is not null
      union
      select l.status_word from public.order_lines l where l.org_id = p_org and l.status_word is not null
      offset 0
    ) s
    join jsonb_array_elements(p_words) w (word) on w.word ->> 'word_key' = private.fold(s.status_word);
  v_spellings := array(select jsonb_object_keys(v_spelled));
  -- Lock: the orders that carry a word, ids ascending, before the words themselves.
  select array_agg(o.id) into v_orders from (
    select o.id from public.orders o
    where o.org_id = p_org and o.id in (
      select w.id from public.orders w where w.org_id = p_org and w.status_word = any (v_spellings)
      union
      select l.order_id from public.order_lines l where l.org_id = p_org and l.status_word = any (v_spellings)
    )
    order by o.id for update
  ) o;
  select coalesce(jsonb_object_agg(k.word_key, k.stage), '{}') into v_before from (
    select w.word_key, w.stage from public.status_words w
    where w.org_id = p_org and w.word_key in (select i ->> 'word_key' from jsonb_array_elements(p_words) i) order by w.word_key for update
  ) k;
  insert into public.status_words (org_id, word_key, word, stage, mapped_at, mapped_by)
    select p_org, w ->> 'word_key', w ->> 'word', (w ->> 'stage')::public.order_stage, now(), p_admin from jsonb_array_elements(p_words) w
    on conflict (org_id, word_key) do update set stage = excluded.stage, mapped_at = excluded.mapped_at, mapped_by = excluded.mapped_by;

  with restaged as (
    update public.order_lines set status_stage = (v_spelled #>> array[status_word, 'stage'])::public.order_stage
      where org_id = p_org and order_id = any (v_orders) and status_word = any (v_spellings)
        and status_stage is distinct from (v_spelled #>> array[status_word, 'stage'])::public.order_stage
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
  perform private.refresh_lines_stage(p_org, v_moved);
  return (
    with carriers as materialized (
      select v_spelled #>> array[c.status_word, 'word_key'] as word_key, count(distinct c.id) as orders
      from (
        select o.id, o.status_word from public.orders o where o.org_id = p_org and o.id = any (v_moved) and o.status_word = any (v_spellings)
        union
        select l.order_id, l.status_word from public.order_lines l where l.org_id = p_org and l.order_id = any (v_moved) and l.status_word = any (v_spellings)
      ) c
      group by 1
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'word', w.word -> 'word', 'stage', w.word -> 'stage', 'before', v_before -> (w.word ->> 'word_key'), 'orders', coalesce(c.orders, 0)
    ) order by w.n), '[]')
    from jsonb_array_elements(p_words) with ordinality w (word, n)
    left join carriers c on c.word_key = w.word ->> 'word_key'
  );
end
$$;

create function private.audit_mapped_words(p_org uuid, p_admin uuid, p_mapped jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_word jsonb;
begin
  for v_word in select jsonb_array_elements(p_mapped) loop
    perform private.append_audit(p_org, p_admin, 'status.mapped', null, null,
      jsonb_build_object('word', v_word -> 'word', 'stage', v_word -> 'before'),
      jsonb_build_object('word', v_word -> 'word', 'stage', v_word -> 'stage', 'orders', v_word -> 'orders'));
  end loop;
end
$$;

create function private.map_status(p_org uuid, p_word text, p_stage text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_mapped jsonb := private.map_words(p_org, v_admin.id, private.words_argument(
    jsonb_build_array(jsonb_build_object('word', p_word, 'stage', p_stage))
  ));
begin
  perform private.audit_mapped_words(p_org, v_admin.id, v_mapped);
  return jsonb_build_object('outcome', 'mapped', 'word', v_mapped #> '{0,word}', 'stage', p_stage, 'orders', v_mapped #> '{0,orders}');
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
