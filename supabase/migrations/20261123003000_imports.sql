-- Imports: a file's rows are staged as they came, compared with the orders (preview), then written at once (commit) or
-- thrown away. A source is a kind of file, known by its headers, and remembers how it was read.

create type public.import_status as enum ('staging', 'previewed', 'committed', 'discarded', 'undone');
create type public.import_result as enum ('new', 'changed', 'unchanged', 'error');

create table public.import_sources (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  name text not null,
  header_key text not null,
  format jsonb not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  constraint import_sources_headers_are_unique_per_organization unique (org_id, header_key),
  constraint import_sources_creator_is_a_member foreign key (org_id, created_by) references public.members (org_id, id),
  constraint import_sources_name_is_bounded check (length(btrim(name)) between 1 and 255),
  constraint import_sources_header_key_is_sha256 check (header_key ~ '^[0-9a-f]{64}$'),
  constraint import_sources_format_is_an_object check (jsonb_typeof(format) = 'object')
);

create table public.imports (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  number integer not null,
  status public.import_status not null default 'staging',
  file_name text not null,
  file_bytes bigint not null,
  file_hash text,
  file_modified_at timestamptz,
  row_count integer not null,
  format jsonb not null,
  header_key text not null,
  source_id uuid,
  counts jsonb,
  preview jsonb,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  previewed_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  earlier_format jsonb,
  primary key (org_id, id),
  constraint imports_number_is_unique_per_organization unique (org_id, number),
  constraint imports_source_exists foreign key (org_id, source_id) references public.import_sources (org_id, id) on delete restrict,
  constraint imports_creator_is_a_member foreign key (org_id, created_by) references public.members (org_id, id),
  constraint imports_closer_is_a_member foreign key (org_id, closed_by) references public.members (org_id, id),
  constraint imports_undoer_is_a_member foreign key (org_id, undone_by) references public.members (org_id, id),
  constraint imports_file_name_is_bounded check (length(btrim(file_name)) between 1 and 255),
  constraint imports_file_size_is_bounded check (file_bytes between 1 and 52428800),
  constraint imports_file_hash_is_sha256 check (file_hash ~ '^[0-9a-f]{64}$'),
  constraint imports_row_count_is_bounded check (row_count between 1 and 1000000),
  constraint imports_header_key_is_sha256 check (header_key ~ '^[0-9a-f]{64}$'),
  constraint imports_format_is_an_object check (jsonb_typeof(format) = 'object'),
  constraint imports_preview_is_whole check (
    (previewed_at is null) = (preview is null) and (preview is null) = (counts is null) and (status not in ('previewed', 'committed', 'undone') or preview is not null)
  ),
  constraint imports_closing_is_whole check (
    (closed_by is null) = (closed_at is null) and (closed_at is null) = (status in ('staging', 'previewed'))
  ),
  constraint imports_undoing_is_whole check (
    (undone_by is null) = (undone_at is null) and (undone_at is not null) = (status = 'undone')
  ),
  constraint imports_committed_has_a_source check ((status in ('committed', 'undone')) = (source_id is not null))
);

-- A row as it was read: values with their types, every cell as text, and why a value could not be taken. Unlogged: a hundred
-- thousand rows are written in seconds and live until the import is closed. A server that crashes loses them; the import then
-- says that rows are missing and takes the same file again. No foreign key: the import is locked by whoever adds rows.
create unlogged table public.import_rows (
  org_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  order_number text,
  customer text,
  customer_po text,
  order_status text,
  requested_ship_date date,
  ship_to text,
  ship_method text,
  site text,
  currency text,
  line_number text,
  sku text,
  sku_key text,
  description text,
  uom text,
  quantity_ordered numeric,
  quantity_picked numeric,
  quantity_packed numeric,
  quantity_shipped numeric,
  quantity_invoiced numeric,
  unit_price numeric,
  line_requested_ship_date date,
  line_status text,
  cells jsonb not null,
  problems jsonb,
  primary key (org_id, import_id, row_number),
  constraint import_rows_number_is_bounded check (row_number between 1 and 9999999)
);

-- What the last comparison, or the commit, found for every row of the file: exactly one result per row.
create unlogged table public.import_results (
  org_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  result public.import_result not null,
  order_number text,
  line_key text,
  sku text,
  customer text,
  changes jsonb,
  order_changes jsonb,
  notes jsonb,
  primary key (org_id, import_id, row_number)
);

-- Open orders of the source that its file no longer has, and whether a person said to close them with the commit.
create unlogged table public.import_missing_orders (
  org_id uuid not null,
  import_id uuid not null,
  order_id uuid not null,
  order_number text not null,
  customer text not null,
  stage public.order_stage not null,
  open_requests integer not null,
  is_closing boolean not null default false,
  primary key (org_id, import_id, order_id)
);

alter table public.orders
  add constraint orders_source_exists foreign key (org_id, source_id) references public.import_sources (org_id, id) on delete restrict;
alter table public.order_lines add column source_key text;
alter table public.order_lines add constraint order_lines_source_key_is_bounded check (length(source_key) between 1 and 200);

create index import_sources_by_creator on public.import_sources (org_id, created_by);
create index imports_by_creator on public.imports (org_id, created_by);
create index imports_by_closer on public.imports (org_id, closed_by) where closed_by is not null;
create index imports_by_undoer on public.imports (org_id, undone_by) where undone_by is not null;
create index imports_by_source on public.imports (org_id, source_id) where source_id is not null;
create index imports_by_file_hash on public.imports (org_id, file_hash) where status = 'committed';
create index import_results_with_notes on public.import_results (org_id, import_id, row_number) where notes is not null;
-- Partial for the reason orders_by_stage is.
create index orders_by_source on public.orders (org_id, source_id) where source_id is not null;

alter table public.import_sources enable row level security;
alter table public.import_sources force row level security;
alter table public.imports enable row level security;
alter table public.imports force row level security;
alter table public.import_rows enable row level security;
alter table public.import_rows force row level security;
alter table public.import_results enable row level security;
alter table public.import_results force row level security;
alter table public.import_missing_orders enable row level security;
alter table public.import_missing_orders force row level security;

grant select on public.import_sources, public.imports, public.import_rows, public.import_results, public.import_missing_orders to authenticated;

create policy "admins read their organization's import sources" on public.import_sources
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "admins read their organization's imports" on public.imports
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "admins read their organization's import rows" on public.import_rows
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "admins read what their organization's imports found" on public.import_results
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "admins read which orders an import no longer has" on public.import_missing_orders
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));

-- Rows of a file as its page lists them, to be searched as the orders are.
create view public.import_row_list with (security_invoker = true) as
  select r.*, lower(concat_ws(' ', r.order_number, r.sku, r.customer)) as search_text from public.import_results r;

grant select on public.import_row_list to authenticated;

comment on table public.import_sources is 'A kind of file, known by its headers: how it is read, so that the next import needs no mapping and the export writes the same columns.';
comment on column public.import_sources.header_key is 'SHA-256 of the folded headers in their order.';
comment on column public.import_sources.format is '{headers, fields: {order_number: 0, …}, formats: {date, …, decimal, group}, encoding, delimiter, line_ending}.';
comment on table public.imports is 'One uploaded file on its way into the orders.';
comment on column public.imports.file_hash is 'SHA-256 of the bytes, by the browser; null where it cannot hash. Only to recognize a file, never trusted.';
comment on column public.imports.counts is 'What the last preview, or the commit, found. new + changed + unchanged lines and error rows are the rows of the file.';
comment on column public.imports.file_modified_at is 'When the file was made, as far as its sender knows: tells an older file from a newer one.';
comment on column public.imports.earlier_format is 'How the source was read before this import; null where the import brought the source. An undo gives it back.';
comment on table public.import_rows is 'Staged rows, swept away once the import is closed: the orders hold every cell.';
comment on column public.import_rows.problems is 'Values that cannot be taken: [{level: error, code, row, field, column, value, …}]; null where there are none. Such a value is null in its own column.';
comment on column public.import_results.changes is 'Fields of the line that change: [{field, before, after}].';
comment on column public.import_results.order_changes is 'The same for the order''s own values, at the first row of the order.';
comment on column public.import_results.notes is 'Errors and warnings: [{level: error|warning, code, row, field, column, value, …}].';
comment on column public.order_lines.source_key is 'The key the source''s last file had for this line. An approved substitution moves line_key on, an old file still finds it here.';
