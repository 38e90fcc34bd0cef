-- A request's rounds as deciding sees them: who wrote them, and their changes line by line.

-- Everybody who wrote a round of it, and whoever it belongs to; nobody yet for a request that is not there.
create function private.authors_of(p_request public.change_requests) returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    select t.authored_by from public.request_rounds t where t.org_id = p_request.org_id and t.request_id = p_request.id
    union select p_request.requested_by where p_request.requested_by is not null
  );
end
$$;

-- The changes of the current round as they were sent, in their places; null for one that is or was rejected.
create function private.round_changes(p_request public.change_requests, p_rejected integer[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_agg(
    case when c.outcome = 'rejected' or c.position = any (p_rejected) then 'null'
      else jsonb_build_object('kind', c.kind) || case when c.line_id is null then '{}' else jsonb_build_object('line_id', c.line_id) end || c.after end
    order by c.position
  )
  from public.changes c where c.org_id = p_request.org_id and c.request_id = p_request.id and c.round = p_request.round);
end
$$;

-- The positions to be rejected while the rest is approved, sorted; PT422 for one that is not there, and when nothing is left.
create function private.rejected_argument(p_request public.change_requests, p_rejected integer[]) returns integer[]
language plpgsql stable set search_path = '' as $$
begin
  if exists (
    select from unnest(p_rejected) p (position) where not exists (
      select from public.changes c where c.org_id = p_request.org_id and c.request_id = p_request.id and c.round = p_request.round and c.position = p.position
    )
  ) then
    perform private.fail(422, 'unknown_change', jsonb_build_object('field', 'rejected_changes'), 'Reload the page and decide on what it shows.');
  end if;
  if not exists (
    select from public.changes c where c.org_id = p_request.org_id and c.request_id = p_request.id and c.round = p_request.round
      and c.outcome is null and not c.position = any (p_rejected)
  ) then
    perform private.fail(422, 'nothing_approved', jsonb_build_object('field', 'rejected_changes'), 'Nothing would be left to approve. Reject the request instead.');
  end if;
  return array(select distinct p from unnest(p_rejected) p order by 1);
end
$$;

-- Leaves these changes out for good: also a later step cannot bring them back. What they held is free at once.
create function private.reject_changes(p_request public.change_requests, p_rejected integer[]) returns void
language sql security definer set search_path = '' as $$
  update public.changes set outcome = 'rejected'
    where org_id = p_request.org_id and request_id = p_request.id and round = p_request.round and position = any (p_rejected);
  delete from public.open_targets t using public.changes c
    where t.org_id = p_request.org_id and t.request_id = p_request.id
      and c.org_id = p_request.org_id and c.request_id = p_request.id and c.round = p_request.round and c.position = any (p_rejected)
      and t.target = any (private.change_targets(jsonb_build_object('kind', c.kind, 'line_id', c.line_id) || c.after))
$$;

revoke execute on all functions in schema private from public;
