-- verify_audit_chain: admins only (PT401, PT403, PT404, PT422 invalid_head). Recomputes every hash and every link.
-- With a head noted down earlier (p_head_seq, p_head_hash) it also proves that nothing up to there was cut or rewritten.

create function private.verify_audit_chain(p_org uuid, p_head_seq bigint, p_head_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_head public.audit_heads;
  v_entries bigint;
  v_last bigint;
  v_bad bigint;
begin
  perform private.require_member(p_org, 'admin');
  -- Half a head proves nothing, and an alarm about it would be a false one.
  if num_nulls(p_head_seq, p_head_hash) = 1 or p_head_seq < 1 or p_head_hash !~ '^[0-9a-f]{64}$' then
    perform private.fail(422, 'invalid_head', jsonb_build_object('field', 'head'), 'Give the number and the whole hash of the entry, or neither.');
  end if;
  -- Lock: shared, so that no entry is appended between reading the head and reading the entries.
  select * into strict v_head from public.audit_heads h where h.org_id = p_org for share;

  select count(*), coalesce(max(c.seq), 0), min(case
      -- A gap: the entry right after the one before it is missing.
      when c.seq <> c.expected_seq then c.expected_seq
      when c.prev_hash <> c.expected_prev then c.seq
      when c.hash <> c.computed then c.seq
    end)
    into v_entries, v_last, v_bad
    from (
      select e.seq, e.prev_hash, e.hash, private.audit_hash(e) as computed,
        coalesce(lag(e.seq) over w, 0) + 1 as expected_seq,
        coalesce(lag(e.hash) over w, sha256(''::bytea)) as expected_prev
      from public.audit_entries e where e.org_id = p_org
      window w as (order by e.seq)
    ) c;

  if v_bad is null and v_last <> v_head.seq then
    v_bad := least(v_last, v_head.seq) + 1;
  elsif v_bad is null and v_last > 0 and v_head.hash <> (select e.hash from public.audit_entries e where e.org_id = p_org and e.seq = v_last) then
    v_bad := v_last;
  end if;
  if p_head_seq is not null and (v_bad is null or v_bad > p_head_seq) and p_head_hash is distinct from (
    select encode(e.hash, 'hex') from public.audit_entries e where e.org_id = p_org and e.seq = p_head_seq
  ) then
    v_bad := least(p_head_seq, v_last + 1);
  end if;
  return jsonb_build_object(
    'ok', v_bad is null, 'entries', v_entries, 'first_bad_seq', v_bad,
    'head', jsonb_build_object('seq', v_head.seq, 'hash', encode(v_head.hash, 'hex')), 'verified_at', now()
  );
end
$$;

create function public.verify_audit_chain(p_org uuid, p_head_seq bigint default null, p_head_hash text default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.verify_audit_chain(p_org, p_head_seq, p_head_hash) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.verify_audit_chain(uuid, bigint, text) from public;
grant execute on function private.verify_audit_chain(uuid, bigint, text), public.verify_audit_chain(uuid, bigint, text) to authenticated;
