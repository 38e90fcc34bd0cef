-- What an order comes to, for whoever weighs a change of it. Lines without a price are counted, not valued.

create view public.order_totals with (security_invoker = true) as
  select
    l.org_id, l.order_id, count(*) as line_count, trim_scale(sum(l.quantity_ordered))::text as quantity,
    trim_scale(round(sum(l.quantity_ordered * l.unit_price), 2))::text as amount,
    count(*) filter (where l.unit_price is null) as unpriced_count
  from public.order_lines l
  where l.removed_at is null
  group by l.org_id, l.order_id;

grant select on public.order_totals to authenticated;

comment on view public.order_totals is 'Per order: its lines, units and money as they are now.';
