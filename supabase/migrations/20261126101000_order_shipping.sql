-- Where an order leaves from, until when, and how: its site's name and the last moment on its ship date.

create view public.order_shipping with (security_invoker = true) as
  select
    o.org_id, o.id as order_id, o.ship_method, s.code as site_code, s.name as site_name, s.time_zone,
    case when o.reached_stage not in ('shipped', 'closed', 'cancelled') then private.ship_cutoff_at(s, o.requested_ship_date) end as cutoff_at
  from public.orders o
  cross join lateral private.site_of(o.org_id, o.site_word) s;

-- The ways of shipping that orders of the organization have, the most used first: suggestions, any other is allowed.
create view public.ship_methods with (security_invoker = true) as
  select o.org_id, o.ship_method, count(*) as orders
  from public.orders o where o.ship_method is not null
  group by o.org_id, o.ship_method;

grant select on public.order_shipping, public.ship_methods to authenticated;
-- What site_of compares words with.
grant execute on function private.fold(text) to authenticated;

comment on view public.order_shipping is 'Per order: site, ship method, and the cut-off of its ship date in the site''s own calendar; null without a date and once it is done.';
