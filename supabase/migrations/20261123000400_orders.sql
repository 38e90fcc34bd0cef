-- Orders and their lines, as the source system last told us plus every approved change.

-- The further of what the source says and what the floor has marked here. Unknown stays unknown, which is locked. Of an order
-- that has left in part, a mark says that the rest is done: whatever it says, that rest is locked.
create function private.further_stage(p_source public.order_stage, p_marked public.order_stage) returns public.order_stage
language sql immutable parallel safe set search_path = '' as $$
  select case
    when p_marked is null then p_source
    when p_source = 'partially_shipped' then greatest(p_marked, 'packed')
    else greatest(p_source, p_marked)
  end
$$;

create table public.orders (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  order_number text not null,
  customer text not null default '',
  customer_po text,
  status_word text,
  stage public.order_stage not null default 'unknown',
  marked_stage public.order_stage,
  marked_by uuid,
  marked_at timestamptz,
  lines_stage public.order_stage,
  -- Without marks it is the source's, and a hundred thousand rows need no call to tell.
  reached_stage public.order_stage not null generated always as (
    case when marked_stage is null and lines_stage is null then stage else private.further_stage(private.further_stage(stage, marked_stage), lines_stage) end
  ) stored,
  requested_ship_date date,
  ship_to text,
  ship_method text,
  site_word text,
  currency text not null default 'USD',
  version integer not null default 1,
  source_id uuid,
  brought_by uuid,
  closed_at timestamptz,
  line_skus text not null default '',
  search_text text generated always as (
    ' ' || private.fold(order_number || ' ' || customer || ' ' || coalesce(customer_po, '') || ' ' || line_skus)
  ) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  constraint orders_number_is_unique_per_organization unique (order_number, org_id),
  constraint orders_number_is_bounded check (order_number = btrim(order_number) and length(order_number) between 1 and 64),
  constraint orders_customer_is_bounded check (length(customer) <= 200),
  constraint orders_customer_po_is_bounded check (length(customer_po) <= 100),
  constraint orders_status_word_is_bounded check (length(status_word) <= 120),
  constraint orders_ship_to_is_bounded check (length(ship_to) <= 1000),
  constraint orders_ship_method_is_bounded check (length(ship_method) <= 120),
  constraint orders_site_word_is_bounded check (length(site_word) <= 60),
  constraint orders_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  constraint orders_version_counts_up check (version >= 1),
  constraint orders_marker_is_a_member foreign key (org_id, marked_by) references public.members (org_id, id),
  constraint orders_mark_is_whole check (num_nulls(marked_stage, marked_by, marked_at) in (0, 3)),
  constraint orders_mark_is_of_the_floor check (marked_stage in ('picked', 'packed', 'shipped'))
);

create table public.order_lines (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  order_id uuid not null,
  line_key text not null,
  position integer not null,
  sku text not null,
  description text,
  uom text,
  quantity_ordered numeric(18, 6) not null,
  quantity_picked numeric(18, 6),
  quantity_packed numeric(18, 6),
  quantity_shipped numeric(18, 6),
  quantity_invoiced numeric(18, 6),
  unit_price numeric(18, 6),
  requested_ship_date date,
  status_word text,
  status_stage public.order_stage,
  marked_stage public.order_stage,
  marked_by uuid,
  marked_at timestamptz,
  reached_stage public.order_stage generated always as (
    case when marked_stage is null then status_stage else private.further_stage(status_stage, marked_stage) end
  ) stored,
  removed_at timestamptz,
  added_by_request uuid,
  source_columns jsonb,
  created_at timestamptz not null default now(),
  primary key (id, org_id),
  constraint order_lines_order_exists foreign key (org_id, order_id) references public.orders (org_id, id) on delete restrict,
  constraint order_lines_key_is_unique_per_order unique (org_id, order_id, line_key),
  constraint order_lines_key_is_bounded check (length(line_key) between 1 and 200),
  constraint order_lines_position_counts_from_one check (position >= 1),
  constraint order_lines_sku_is_bounded check (length(sku) between 1 and 100),
  constraint order_lines_description_is_bounded check (length(description) <= 500),
  constraint order_lines_uom_is_bounded check (length(uom) <= 20),
  constraint order_lines_status_word_is_bounded check (length(status_word) <= 120),
  constraint order_lines_status_has_a_stage check ((status_word is null) = (status_stage is null)),
  constraint order_lines_quantities_are_numbers_from_zero check (
    quantity_ordered between 0 and 999999999999
    and quantity_picked between 0 and 999999999999
    and quantity_packed between 0 and 999999999999
    and quantity_shipped between 0 and 999999999999
    and quantity_invoiced between 0 and 999999999999
  ),
  constraint order_lines_price_is_a_number check (unit_price between -999999999999 and 999999999999),
  constraint order_lines_removed_has_no_quantity check (removed_at is null or quantity_ordered = 0),
  constraint order_lines_marker_is_a_member foreign key (org_id, marked_by) references public.members (org_id, id),
  constraint order_lines_mark_is_whole check (num_nulls(marked_stage, marked_by, marked_at) in (0, 3)),
  constraint order_lines_mark_is_of_the_floor check (marked_stage in ('picked', 'packed', 'shipped'))
);

-- Substring search runs in a definer command: under RLS a trigram index is never used (LIKE is not leakproof).
create index orders_by_search_text on public.orders using gin (search_text extensions.gin_trgm_ops);
create index orders_by_update on public.orders (org_id, updated_at desc, id);
create index orders_by_ship_date on public.orders (org_id, requested_ship_date, id);
create index orders_by_customer on public.orders (org_id, customer, id);
create index orders_by_lines_stage on public.orders (org_id) where lines_stage is not null;
create index orders_by_marker on public.orders (org_id, marked_by) where marked_by is not null;
create index order_lines_by_marker on public.order_lines (org_id, marked_by) where marked_by is not null;
-- As long as nobody counted a first import's rows, PostgreSQL takes every index that begins with the organization for as good as
-- the one made for the question, and picks the smallest: an order was looked for among all of its organization. So what is
-- looked up by a whole key has the key's own column first, and where many rows share a value the index is partial: only who
-- asks for the value can use it.
create index orders_by_stage on public.orders (org_id, reached_stage, updated_at desc) where reached_stage is not null;
create index orders_by_status_word on public.orders (org_id, status_word) where status_word is not null;
-- Most lines have no word of their own.
create index order_lines_by_status_word on public.order_lines (org_id, status_word, order_id) where status_word is not null;

alter table public.orders enable row level security;
alter table public.orders force row level security;
alter table public.order_lines enable row level security;
alter table public.order_lines force row level security;

grant select on public.orders, public.order_lines to authenticated;

create policy "members read their organization's orders" on public.orders
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read their organization's order lines" on public.order_lines
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));

-- `line_skus` feeds the search. Called by every command that adds, substitutes or imports lines, orders already locked.
create function private.refresh_line_skus(p_org uuid, p_order_ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  update public.orders o set line_skus = s.skus
  from (
    select w.id as order_id, coalesce(left(string_agg(distinct l.sku, ' '), 20000), '') as skus
    from unnest(p_order_ids) w (id)
    left join public.order_lines l on l.org_id = p_org and l.order_id = w.id and l.removed_at is null
    group by w.id
  ) s
  where o.org_id = p_org and o.id = s.order_id and o.line_skus is distinct from s.skus
$$;

comment on column public.orders.search_text is 'Begins with a space: a short word is looked up as the beginning of any word, which the trigram index can do.';
comment on column public.orders.version is 'Goes up by one with every write to the order or any of its lines.';
comment on column public.orders.brought_by is 'The import the order came with.';
comment on column public.orders.closed_at is 'We closed or cancelled it whatever its status word says: its source''s file no longer has it, or the import that brought it was undone. A file that has it again opens it.';
comment on column public.orders.requested_ship_date is 'A calendar day in the shipping site''s calendar, never a moment.';
comment on column public.order_lines.line_key is 'The file''s own line id or number; else sku:<folded sku>#<nth occurrence>; CR-…/n for a line an approved request added.';
comment on column public.order_lines.quantity_picked is 'Null: the source does not say. Zero: it says nothing is picked yet.';
comment on column public.order_lines.requested_ship_date is 'Null: ships with the order.';
comment on column public.order_lines.status_stage is 'The stage of the line''s own status word; null where the line has none and follows the order.';
comment on column public.orders.stage is 'What the source says, and cancelled where an approved request cancelled the order here.';
comment on column public.orders.marked_stage is 'What fulfillment said here. No import takes it back: it stays until a person does.';
comment on column public.orders.lines_stage is 'What the marks of its lines come to once they are on all of them: the least of them. Null until then.';
comment on column public.orders.reached_stage is 'The further of all three: the stage that locks and that people see.';
comment on column public.order_lines.reached_stage is 'The further of its own status and its mark; null where the line has neither and follows the order.';
comment on column public.order_lines.source_columns is 'Every cell of the imported row as text, in file order, so that an export can give it back untouched.';
