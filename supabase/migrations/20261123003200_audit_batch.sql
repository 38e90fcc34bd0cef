-- Appending many entries of one action in one go. The chain is the same as append_audit's; only the head is read and
-- written once, because ten thousand updates of one row in one transaction would make every next read of it slower.

create type private.audit_draft as (order_id uuid, order_number text, before jsonb, after jsonb);

-- Returns the seq of the last entry. Lock: the audit head, last as everywhere, held until commit.
create function private.append_audit_batch(p_org uuid, p_actor uuid, p_action text, p_drafts private.audit_draft[]) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  v_entry public.audit_entries;
  v_draft private.audit_draft;
begin
  v_entry.org_id := p_org;
  v_entry.action := p_action;
  select m.id, m.name, m.email, array(select unnest(m.roles)::text order by 1)
    into v_entry.actor_id, v_entry.actor_name, v_entry.actor_email, v_entry.actor_roles
    from public.members m where m.org_id = p_org and m.id = p_actor;
  select h.seq, h.hash into strict v_entry.seq, v_entry.hash from public.audit_heads h where h.org_id = p_org for update;
  v_entry.at := clock_timestamp();
  foreach v_draft in array p_drafts loop
    v_entry.seq := v_entry.seq + 1;
    v_entry.prev_hash := v_entry.hash;
    v_entry.order_id := v_draft.order_id;
    v_entry.order_number := v_draft.order_number;
    v_entry.before := v_draft.before;
    v_entry.after := v_draft.after;
    v_entry.hash := private.audit_hash(v_entry);
    insert into public.audit_entries select v_entry.*;
  end loop;
  update public.audit_heads set seq = v_entry.seq, hash = v_entry.hash where org_id = p_org;
  return v_entry.seq;
end
$$;

revoke execute on all functions in schema private from public;
