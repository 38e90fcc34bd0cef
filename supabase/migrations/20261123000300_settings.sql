-- What an organization decides for itself: what its status words mean, why people change orders, what is locked when.

create type public.order_stage as enum (
  'draft', 'pending_approval', 'open', 'on_hold', 'released', 'picking', 'picked', 'packed',
  'partially_shipped', 'shipped', 'closed', 'cancelled', 'unknown'
);

create type public.change_kind as enum (
  'set_quantity', 'close_line', 'remove_line', 'add_line', 'substitute_line', 'set_line_date', 'set_order_date', 'set_ship_to',
  'set_ship_method', 'cancel_order'
);

-- Status words and search terms are compared in this form: NFKC, white space squeezed, trimmed, case-folded.
create function private.fold(p_text text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  -- Plain letters with single spaces between them, as nearly everything is, only go to lower case.
  if p_text ~ '^[!-~]+(?: [!-~]+)*$' then
    return lower(p_text);
  end if;
  return lower(btrim(regexp_replace(normalize(p_text, nfkc), '\s+', ' ', 'g')));
end
$$;

-- Nobody could see it: white space, and the zero-width, direction and filler characters that look like nothing.
create function private.is_invisible(p_text text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select regexp_replace(
    private.fold(p_text),
    '[\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]', '', 'g'
  ) = ''
$$;

create table public.status_words (
  org_id uuid not null references public.organizations (id) on delete restrict,
  word_key text not null,
  word text not null,
  stage public.order_stage not null default 'unknown',
  mapped_at timestamptz,
  mapped_by uuid,
  primary key (org_id, word_key),
  constraint status_words_mapped_by_is_a_member foreign key (org_id, mapped_by) references public.members (org_id, id),
  constraint status_words_key_is_folded check (word_key = private.fold(word)),
  constraint status_words_word_is_bounded check (length(word) between 1 and 120)
);

create index status_words_by_mapper on public.status_words (org_id, mapped_by) where mapped_by is not null;

create table public.reasons (
  org_id uuid not null references public.organizations (id) on delete restrict,
  code text not null,
  label text not null,
  position integer not null default 0,
  active boolean not null default true,
  primary key (org_id, code),
  constraint reasons_code_is_a_word check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint reasons_label_is_bounded check (length(btrim(label)) between 1 and 120)
);

create table public.lock_rules (
  org_id uuid not null references public.organizations (id) on delete restrict,
  kind public.change_kind not null,
  stage public.order_stage not null,
  is_locked boolean not null,
  primary key (org_id, kind, stage),
  -- Packed and later are nobody's to open, and picked only for what is written on the box.
  constraint lock_rules_stage_can_be_decided check (
    stage in ('draft', 'pending_approval', 'open', 'on_hold', 'released', 'picking')
    or stage = 'picked' and kind in ('set_ship_to', 'set_ship_method')
  )
);

alter table public.status_words enable row level security;
alter table public.status_words force row level security;
alter table public.reasons enable row level security;
alter table public.reasons force row level security;
alter table public.lock_rules enable row level security;
alter table public.lock_rules force row level security;

grant select on public.status_words, public.reasons, public.lock_rules to authenticated;

create policy "members read their organization's status words" on public.status_words
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read their organization's reasons" on public.reasons
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read their organization's lock rules" on public.lock_rules
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));

-- The stage a status word means here; a word nobody mapped is unknown, and no word at all is unknown too.
create function private.stage_of_word(p_org uuid, p_word text) returns public.order_stage
language sql stable set search_path = '' as $$
  select coalesce(
    (select w.stage from public.status_words w where w.org_id = p_org and w.word_key = private.fold(p_word)),
    'unknown'::public.order_stage
  )
$$;

comment on table public.status_words is 'The words of the source system and the stage each one means. Unmapped is unknown, and unknown is locked.';
comment on table public.lock_rules is 'Kind of change × stage, only where an admin said something: private.is_locked_by_default has the rest.';
