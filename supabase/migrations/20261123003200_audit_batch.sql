-- Appending many entries in one go. The chain is the same as append_audit's, but while the head is locked,
-- which everybody else of the organization waits for, only what depends on the entry before is still computed.

-- Makes audit_drafts, for the rows to append in the order they are put in. `encoded` is what audit_hash will encode from the
-- action to `after`: computed when a row is put in, and so before the head is locked.
create function private.begin_audit_batch() returns void
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.audit_drafts;
  create temp table audit_drafts (
    n integer generated always as identity primary key,
    action text not null, order_id uuid not null, order_number text not null, before jsonb, after jsonb not null,
    encoded text not null generated always as (
      octet_length(action) || ':' || action || '|36:' || order_id || '|' || octet_length(order_number) || ':' || order_number || '|-|-|'
        || coalesce(octet_length(before::text) || ':' || before::text, '-') || '|' || octet_length(after::text) || ':' || after::text
    ) stored
  ) on commit drop;
end
$$;

-- Appends what audit_drafts holds; returns the seq of the last entry.
-- Lock: the audit head, last as everywhere, held until commit.
create function private.append_audit_batch(p_actor public.members) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  v_head public.audit_heads;
  v_at timestamptz;
  v_name text := private.actor_name(p_actor.name);
  v_roles text[] := array(select unnest(p_actor.roles)::text order by 1);
  v_first text := private.audit_encoding(array['audit.v1', p_actor.org_id::text]);
  v_middle text;
  v_seq bigint;
  v_encoded text;
  v_hash bytea;
  v_hashes bytea[] := '{}';
begin
  select * into strict v_head from public.audit_heads h where h.org_id = p_actor.org_id for update;
  v_at := clock_timestamp();
  v_middle := private.audit_encoding(array[
    to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    p_actor.id::text, v_name, p_actor.email, array_to_string(v_roles, ',')
  ]);
  v_seq := v_head.seq;
  v_hash := v_head.hash;
  for v_encoded in select d.encoded from pg_temp.audit_drafts d order by d.n loop
    v_seq := v_seq + 1;
    v_hash := sha256(convert_to(
      v_first || '|' || length(v_seq::text) || ':' || v_seq || '|' || v_middle || '|' || v_encoded || '|64:' || encode(v_hash, 'hex'), 'UTF8'
    ));
    v_hashes := v_hashes || v_hash;
  end loop;
  if v_seq = v_head.seq then
    return v_seq;
  end if;

  insert into public.audit_entries (
    org_id, seq, at, actor_id, actor_name, actor_email, actor_roles, action, order_id, order_number, before, after, prev_hash, hash
  )
  select p_actor.org_id, v_head.seq + d.place, v_at, p_actor.id, v_name, p_actor.email,
    v_roles, d.action, d.order_id, d.order_number, d.before, d.after, c.prev_hash, c.hash
  from (select i.*, row_number() over (order by i.n) as place from pg_temp.audit_drafts i) d
  join unnest(v_head.hash || v_hashes[:cardinality(v_hashes) - 1], v_hashes) with ordinality c (prev_hash, hash, place) on c.place = d.place
  order by d.place;
  update public.audit_heads set seq = v_seq, hash = v_hash where org_id = p_actor.org_id;
  return v_seq;
end
$$;

revoke execute on all functions in schema private from public;
