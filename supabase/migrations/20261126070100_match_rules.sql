-- Which rule a round of changes falls under. What the rules are asked about is written down first (`routing_facts`), so that
-- other rules can be tried on the same facts later.

create function private.default_steps() returns jsonb
language sql immutable parallel safe set search_path = '' as $$
  select '[{"approvers": {"anyone": true}, "required": 1}]'::jsonb
$$;

create function private.default_rule() returns jsonb
language sql immutable parallel safe set search_path = '' as $$
  select jsonb_build_object('id', 'default', 'name', 'Everything else', 'conditions', '{}'::jsonb, 'steps', private.default_steps())
$$;

create function private.current_policy(p_org uuid) returns public.approval_policies
language sql stable set search_path = '' as $$
  select p from public.approval_policies p where p.org_id = p_org order by p.version desc limit 1
$$;

-- What the rules are asked about. Called with the order and its lines locked.
-- Per change: the units it touches (a removal, a substitution and a new line count whole; a quantity counts its difference),
-- their share of the line, and the days it moves a ship date. Per request: the money of all units it touches, whether up or
-- down; what has no price could be worth anything, and says so. A change to the whole order touches every line.
create function private.routing_facts(p_order public.orders, p_changes jsonb, p_author uuid, p_today date) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    with touched as (
      select c.n, c.change ->> 'kind' as kind, c.change -> 'after' as after, l.sku, l.quantity_ordered as ordered,
        coalesce(l.unit_price, case when l.id is null then (c.change -> 'after' ->> 'unit_price')::numeric end) as price,
        coalesce(l.requested_ship_date, p_order.requested_ship_date) as ships,
        case c.change ->> 'kind'
          when 'set_quantity' then abs((c.change -> 'after' ->> 'quantity')::numeric - l.quantity_ordered)
          when 'substitute_line' then greatest((c.change -> 'after' ->> 'quantity')::numeric, l.quantity_ordered)
          when 'remove_line' then l.quantity_ordered
          when 'add_line' then (c.change -> 'after' ->> 'quantity')::numeric
          when 'close_line' then l.quantity_ordered - private.line_floor(l)
          when 'cancel_order' then l.quantity_ordered - private.line_floor(l)
        end as units
      from jsonb_array_elements(p_changes) with ordinality c (change, n)
      left join public.order_lines l on l.org_id = p_order.org_id and l.order_id = p_order.id and case
        when c.change ->> 'line_id' is not null then l.id = (c.change ->> 'line_id')::uuid
        else c.change ->> 'kind' <> 'add_line' and l.removed_at is null
      end
    ), moved as (
      select t.n, t.kind, sum(t.units) as units,
        case when sum(t.ordered) > 0 then sum(t.units) * 100 / sum(t.ordered) when sum(t.units) > 0 then 100 end as percent,
        -- From no day at all to one is further than any rule says.
        max(case when t.kind in ('set_line_date', 'set_order_date') then
          coalesce(abs((t.after ->> 'requested_ship_date')::date - case t.kind when 'set_order_date' then p_order.requested_ship_date else t.ships end), 9999)
        end) as days
      from touched t group by t.n, t.kind
    )
    select jsonb_strip_nulls(jsonb_build_object(
      'kinds', (select jsonb_agg(distinct m.kind) from moved m),
      'quantity', (select trim_scale(max(m.units))::text from moved m),
      'percent', (select trim_scale(round(max(m.percent), 6))::text from moved m),
      'value', (select trim_scale(round(sum(abs(t.units * t.price)), 6))::text from touched t),
      'has_unknown_value', (select coalesce(bool_or(t.units > 0 and t.price is null), false) from touched t),
      'days_moved', (select max(m.days) from moved m),
      'days_to_ship', (
        select min(least(t.ships, case when t.kind <> 'add_line' or t.after ? 'requested_ship_date' then (t.after ->> 'requested_ship_date')::date end)) - p_today
        from touched t
      ),
      'customer', p_order.customer,
      'skus', coalesce((
        select jsonb_agg(distinct s.sku) from touched t cross join lateral (values (t.sku), (t.after ->> 'sku')) s (sku) where s.sku is not null
      ), '[]'),
      'stage', p_order.reached_stage,
      'requester', p_author
    ))
  );
end
$$;

-- `*` stands for anything, everything else for itself, in any case.
create function private.matches_pattern(p_text text, p_pattern text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select private.fold(p_text) like replace(regexp_replace(private.fold(p_pattern), '([\\%_])', '\\\1', 'g'), '*', '%')
$$;

-- Every condition a rule has must hold; it holds if it holds for any change, or for the request as a whole. Amounts are
-- "at least", days to ship is "at most".
create function private.rule_matches(p_conditions jsonb, p_facts jsonb) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(bool_and(coalesce(case c.name
    when 'kinds' then exists (select from jsonb_array_elements_text(p_facts -> 'kinds') k where c.wanted ? k)
    when 'quantity' then (p_facts ->> 'quantity')::numeric >= (c.wanted #>> '{}')::numeric
    when 'percent' then (p_facts ->> 'percent')::numeric >= (c.wanted #>> '{}')::numeric
    when 'value' then (p_facts ->> 'has_unknown_value')::boolean or (p_facts ->> 'value')::numeric >= (c.wanted #>> '{}')::numeric
    when 'days_moved' then (p_facts ->> 'days_moved')::integer >= (c.wanted #>> '{}')::integer
    when 'days_to_ship' then (p_facts ->> 'days_to_ship')::integer <= (c.wanted #>> '{}')::integer
    when 'customer' then private.matches_pattern(p_facts ->> 'customer', c.wanted #>> '{}')
    when 'sku' then exists (select from jsonb_array_elements_text(p_facts -> 'skus') s where private.matches_pattern(s, c.wanted #>> '{}'))
    when 'stages' then c.wanted ? (p_facts ->> 'stage')
    when 'requesters' then c.wanted ? (p_facts ->> 'requester')
  end, false)), true)
  from jsonb_each(p_conditions) c (name, wanted)
$$;

-- The first rule that matches; the default at the end always does.
create function private.matching_rule(p_rules jsonb, p_facts jsonb) returns jsonb
language sql immutable parallel safe set search_path = '' as $$
  select r.rule from jsonb_array_elements(p_rules) with ordinality r (rule, n)
  where private.rule_matches(r.rule -> 'conditions', p_facts) order by r.n limit 1
$$;

revoke execute on all functions in schema private from public;
