-- Exports: the rows a file was made of, frozen, so that downloading it again gives the same file.

create type public.export_scope as enum ('updates', 'open', 'request');

create table public.exports (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  number integer not null,
  scope public.export_scope not null,
  sources jsonb not null,
  row_count integer not null,
  order_count integer not null,
  requests jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  lines_dropped_at timestamptz,
  primary key (org_id, id),
  constraint exports_number_is_unique_per_organization unique (org_id, number),
  constraint exports_creator_is_a_member foreign key (org_id, created_by) references public.members (org_id, id),
  constraint exports_sources_are_a_list check (jsonb_typeof(sources) = 'array'),
  constraint exports_requests_are_a_list check (jsonb_typeof(requests) = 'array'),
  constraint exports_counts_start_at_zero check (row_count >= 0 and order_count >= 0)
);

create table public.export_lines (
  org_id uuid not null,
  export_id uuid not null,
  position integer not null,
  source_id uuid,
  order_id uuid not null,
  line_id uuid not null,
  cells jsonb,
  sibling_cells jsonb,
  "values" jsonb not null,
  is_removed boolean not null,
  primary key (org_id, export_id, position),
  constraint export_lines_export_exists foreign key (org_id, export_id) references public.exports (org_id, id) on delete restrict,
  constraint export_lines_source_exists foreign key (org_id, source_id) references public.import_sources (org_id, id) on delete restrict,
  constraint export_lines_position_counts_from_one check (position >= 1)
);

alter table public.order_writes add column export_id uuid;
alter table public.order_writes add constraint order_writes_export_exists
  foreign key (org_id, export_id) references public.exports (org_id, id) on delete restrict;

create index exports_by_creator on public.exports (org_id, created_by);
create index exports_with_lines on public.exports (created_at) where lines_dropped_at is null;
create index export_lines_by_source on public.export_lines (org_id, source_id) where source_id is not null;
create index order_writes_by_export on public.order_writes (org_id, export_id);

alter table public.exports enable row level security;
alter table public.exports force row level security;
alter table public.export_lines enable row level security;
alter table public.export_lines force row level security;

grant select on public.exports, public.export_lines to authenticated;

create policy "admins read their organization's exports" on public.exports
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "admins read their organization's export lines" on public.export_lines
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));

comment on table public.exports is 'One file, or one per source, made for the source system. updates and request move the watermark, open does not.';
comment on column public.exports.sources is '[{source_id, name, format, rows, letters, longest_cell}]: each source as it was, one file each; source_id null: orders that came from no file. letters: what is not ASCII in a file of a single-byte encoding, so that the writer knows before the first byte whether they exist there; longest_cell: only where it is very long.';
comment on column public.exports.requests is 'The applied requests this export is the first to tell: [{request_id, reference, order_number}].';
comment on column public.exports.lines_dropped_at is 'When its rows were too old to keep (see drop_export_lines). Who, when and which requests stays for ever.';
comment on table public.export_lines is 'The frozen rows, in file order: the cells as imported, the values as approved.';
comment on column public.export_lines.sibling_cells is 'The cells of another line of the order, for the order''s columns of a line that has no cells itself or leaves them blank.';
comment on column public.export_lines."values" is 'Canonical text by field name; a field that is left out keeps the cell as it is.';
comment on column public.order_writes.export_id is 'The export that told this write first; null: the source system does not know it yet.';
