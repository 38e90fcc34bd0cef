-- comment_on_request: commented. Any member of the organization; refuses with PT401, PT404 not_found, PT422.
-- What people say about a request while it waits and after: kept as it was said, never edited.

create table public.request_comments (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  round integer not null,
  body text not null,
  mentioned uuid[] not null default '{}',
  commented_by uuid not null,
  commented_at timestamptz not null default now(),
  primary key (org_id, id),
  constraint request_comments_request_exists foreign key (org_id, request_id) references public.change_requests (org_id, id) on delete restrict,
  constraint request_comments_author_is_a_member foreign key (org_id, commented_by) references public.members (org_id, id),
  constraint request_comments_body_is_bounded check (length(btrim(body)) between 1 and 2000),
  constraint request_comments_mention_few check (cardinality(mentioned) <= 20)
);

create index request_comments_by_request on public.request_comments (org_id, request_id, commented_at);
create index request_comments_by_author on public.request_comments (org_id, commented_by);

alter table public.request_comments enable row level security;
alter table public.request_comments force row level security;

grant select on public.request_comments to authenticated;

create policy "members read what is said about their organization's requests" on public.request_comments
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));

-- Tells those who are mentioned, and besides them the requester and whoever has spoken before; never the author.
create function private.comment_on_request(p_request_id uuid, p_body text, p_mentioned uuid[], p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'comment_on_request';
  v_request public.change_requests;
  v_member public.members;
  v_body text := private.text_argument('body', p_body, 2000);
  v_mentioned uuid[] := array(select distinct unnest(p_mentioned) order by 1);
  v_comment public.request_comments;
  v_stored jsonb;
begin
  select * into v_request from public.change_requests r where r.org_id = any (private.member_org_ids()) and r.id = p_request_id;
  v_member := private.require_member(v_request.org_id);
  if cardinality(v_mentioned) > 20 or (
    select count(*) from public.members m where m.org_id = v_member.org_id and m.id = any (v_mentioned) and m.active
  ) <> cardinality(v_mentioned) then
    perform private.fail(422, 'unknown_member', jsonb_build_object('field', 'mentioned'), 'Mention up to 20 active members of your organization.');
  end if;
  v_stored := private.claim_idempotency_key(v_member.org_id, v_member.id, c_command, p_idempotency_key,
    jsonb_build_array(p_request_id, v_body, v_mentioned));
  if v_stored is not null then
    return v_stored;
  end if;
  insert into public.request_comments (org_id, request_id, round, body, mentioned, commented_by)
    values (v_member.org_id, v_request.id, v_request.round, v_body, v_mentioned, v_member.id) returning * into v_comment;
  perform private.append_audit(v_member.org_id, v_member.id, 'request.commented', v_request.order_id, v_request.id, null, jsonb_build_object(
    'body', v_body, 'mentioned', (
      select coalesce(jsonb_agg(m.name order by m.name), '[]') from public.members m where m.org_id = v_member.org_id and m.id = any (v_mentioned)
    )));
  perform private.queue_notification(v_member.org_id, 'request_comment:' || v_comment.id, 'request_comment', array(
      select m.id from public.members m where m.org_id = v_member.org_id and m.id <> v_member.id and (
        m.id = any (v_mentioned) or m.id = v_request.requested_by
        or exists (select from public.request_comments c where c.org_id = m.org_id and c.request_id = v_request.id and c.commented_by = m.id)
      )
    ), v_request.order_id, v_request.id,
    private.request_facts(v_member.org_id, v_request.id) || jsonb_build_object('commenter', v_member.name, 'comment', v_body));
  return private.answer(v_member.org_id, v_member.id, c_command, p_idempotency_key, jsonb_build_object(
    'outcome', 'commented', 'comment_id', v_comment.id, 'reference', v_request.reference
  ));
end
$$;

create function public.comment_on_request(p_request_id uuid, p_body text, p_mentioned uuid[], p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.comment_on_request(p_request_id, p_body, p_mentioned, p_idempotency_key) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.comment_on_request(uuid, text, uuid[], text) from public;
grant execute on function private.comment_on_request(uuid, text, uuid[], text), public.comment_on_request(uuid, text, uuid[], text) to authenticated;
