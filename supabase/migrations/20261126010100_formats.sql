-- What order numbers and SKUs look like, as people write it: # a digit, A a letter, ? a letter or digit, each with + for one or
-- more; * the rest, at the end only; \ takes the next character as it is; everything else stands for itself. Nobody ever
-- sends an expression of their own: a pattern is compiled here, and lib/orders/format.ts reads it the same way.

create type public.format_subject as enum ('order_number', 'sku');
create type public.misfit_treatment as enum ('refuse', 'warn');

-- The regular expression a pattern stands for; null when it cannot be read, has nothing that varies, or fits anything at all.
-- Without back references PostgreSQL runs it in time that grows with the text alone.
create function private.format_regex(p_pattern text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  v_chars text[] := regexp_split_to_array(p_pattern, '');
  v_count integer := length(p_pattern);
  v_at integer := 1;
  v_char text;
  v_class text;
  v_regex text := '';
  v_varies boolean := false;
begin
  if p_pattern is null or v_count not between 1 and 60 or p_pattern <> btrim(p_pattern) or p_pattern ~ '[\x01-\x1f\x7f]' or p_pattern = '*' then
    return null;
  end if;
  while v_at <= v_count loop
    v_char := v_chars[v_at];
    v_class := case v_char when '#' then '[0-9]' when 'A' then '[A-Za-z]' when '?' then '[0-9A-Za-z]' end;
    if v_class is not null then
      v_varies := true;
      v_regex := v_regex || v_class;
      if v_chars[v_at + 1] = '+' then
        v_regex := v_regex || '+';
        v_at := v_at + 1;
      end if;
    elsif v_char = '*' then
      if v_at < v_count then
        return null;
      end if;
      v_varies := true;
      v_regex := v_regex || '.+';
    else
      if v_char = '\' then
        v_at := v_at + 1;
        v_char := v_chars[v_at];
      end if;
      if v_char is null then
        return null;
      end if;
      v_regex := v_regex || case when v_char ~ '^[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]$' then '\' || v_char else v_char end;
    end if;
    v_at := v_at + 1;
  end loop;
  return case when v_varies then '^' || v_regex || '$' end;
end
$$;

create function private.matches_format(p_pattern text, p_text text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(p_text collate "C" ~ private.format_regex(p_pattern), false)
$$;

create table public.formats (
  org_id uuid not null references public.organizations (id) on delete restrict,
  subject public.format_subject not null,
  position smallint not null,
  pattern text not null,
  example text not null,
  primary key (org_id, subject, position),
  constraint formats_are_at_most_five check (position between 1 and 5),
  constraint formats_pattern_can_be_read check (private.format_regex(pattern) is not null),
  constraint formats_example_fits check (length(example) <= 100 and private.matches_format(pattern, example))
);

alter table public.organizations add column import_misfits public.misfit_treatment not null default 'refuse';

alter table public.formats enable row level security;
alter table public.formats force row level security;

grant select on public.formats to authenticated;

create policy "members read their organization's formats" on public.formats
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));

-- One expression for all patterns of a subject; null where there are none and everything fits.
create function private.formats_regex(p_org uuid, p_subject public.format_subject) returns text
language sql stable set search_path = '' as $$
  select string_agg(private.format_regex(f.pattern), '|' order by f.position) from public.formats f where f.org_id = p_org and f.subject = p_subject
$$;

-- "SO-##### (such as SO-12345) or W-#+ (such as W-7)", for the next step of whoever typed something else.
create function private.formats_words(p_org uuid, p_subject public.format_subject) returns text
language sql stable set search_path = '' as $$
  select string_agg(f.pattern || ' (such as ' || f.example || ')', ' or ' order by f.position) from public.formats f where f.org_id = p_org and f.subject = p_subject
$$;

-- All of an organization's formats as commands take and give them.
create function private.formats_facts(p_org uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'order_number', coalesce(jsonb_agg(jsonb_build_object('pattern', f.pattern, 'example', f.example) order by f.position) filter (where f.subject = 'order_number'), '[]'),
    'sku', coalesce(jsonb_agg(jsonb_build_object('pattern', f.pattern, 'example', f.example) order by f.position) filter (where f.subject = 'sku'), '[]'),
    'import_misfits', (select g.import_misfits from public.organizations g where g.id = p_org)
  )
  from public.formats f where f.org_id = p_org
$$;

revoke execute on all functions in schema private from public;

comment on table public.formats is 'What order numbers and SKUs look like; a value has to fit one of its subject''s. None: everything fits.';
comment on column public.organizations.import_misfits is 'What an import does with an order number or SKU that fits no format: refuse the file, or warn and take it.';
