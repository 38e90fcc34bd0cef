-- search_mail, mail_trouble: what admins see of their organization's mail. Refuse with PT401, PT403, PT404, PT422.
-- mail_health: the same question about all organizations at once, for the server's secret key and its monitor.

-- Since when mail has been failing, null while it is not. Failing means: a mail waits that was due or first tried at least five
-- minutes ago, and nothing at all has left since it was. One stubborn recipient among mail that leaves is not a failure of
-- mail. Mail that was given up for want of an answer counts for a day; mail the provider refused for good does not.
create function private.mail_failing_since(p_org uuid) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select min(late.since) from (
    select coalesce(n.first_attempt_at, n.next_attempt_at) as since
    from public.notifications n where n.org_id = p_org and n.state in ('queued', 'sending', 'failed')
    union all
    select n.first_attempt_at
    from public.notifications n
    where n.org_id = p_org and n.state = 'dead' and n.attempts >= 10 and n.last_attempt_at > now() - interval '1 day'
  ) late
  where late.since <= now() - interval '5 minutes'
    and late.since > coalesce((select max(n.sent_at) from public.notifications n where n.org_id = p_org and n.sent_at is not null), '-infinity')
$$;

-- What the shell asks on every page of an admin: only what is not sent is counted, and it has an index of its own.
create function private.mail_trouble(p_org uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_since timestamptz;
begin
  perform private.require_reader(p_org, 'admin');
  v_since := private.mail_failing_since(p_org);
  return (
    select jsonb_build_object(
      'failing_since', v_since,
      'waiting', count(*) filter (where n.state in ('queued', 'sending', 'failed')),
      'dead', count(*) filter (where n.state = 'dead'),
      'suppressed', count(*) filter (where n.state = 'suppressed'),
      'addresses', (select count(*) from public.suppressed_addresses s where s.org_id = p_org and s.cleared_at is null),
      'last_error', case when v_since is not null then (
        select e.last_error from public.notifications e
        where e.org_id = p_org and e.state in ('failed', 'dead') and e.last_error is not null order by e.last_attempt_at desc nulls last limit 1
      ) end
    )
    from public.notifications n where n.org_id = p_org and n.state <> 'sent'
  );
end
$$;

create function private.mail_health() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('failing_since', min(private.mail_failing_since(g.id))) from public.organizations g
$$;

-- The caller as an active member with the role, for commands that only read: no lock, and it may run in a read-only transaction.
create function private.require_reader(p_org uuid, p_role public.member_role) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if auth.uid() is null then
    perform private.fail(401, 'not_signed_in', null, 'Sign in and try again.');
  end if;
  if p_org is null or not p_org = any (private.member_org_ids()) then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  if not p_org = any (private.role_org_ids(p_role)) then
    perform private.fail(403, 'role_required', jsonb_build_object('role', p_role), 'Ask an admin of your organization for this role.');
  end if;
end
$$;

-- p_view: all, waiting, dead, suppressed, bounced or sent. p_query: part of an address or a name, a request's reference or an
-- order's number. Definer, because LIKE under row-level security uses no index of the organization's mail.
create function private.search_mail(p_org uuid, p_view text, p_query text, p_limit integer, p_offset integer) returns table (
  id uuid, template public.notification_template, recipient_email text, recipient_name text, order_number text, request_reference text,
  state public.notification_state, attempts integer, last_error text, created_at timestamptz, next_attempt_at timestamptz, sent_at timestamptz,
  delivered_at timestamptz, delayed_at timestamptz, bounced_at timestamptz, complained_at timestamptz, delivery_detail text,
  retry text, total_count bigint
)
language plpgsql stable security definer set search_path = '' as $$
declare
  c_count_limit constant integer := 10000;
  v_query text := regexp_replace(lower(btrim(left(coalesce(p_query, ''), 200))), '([\\%_])', '\\\1', 'g');
  v_where text := 'n.org_id = $1';
begin
  perform private.require_reader(p_org, 'admin');
  v_where := v_where || case coalesce(p_view, 'all')
    when 'all' then ''
    when 'waiting' then ' and n.state in (''queued'', ''sending'', ''failed'')'
    when 'dead' then ' and n.state = ''dead'''
    when 'suppressed' then ' and n.state = ''suppressed'''
    when 'sent' then ' and n.state = ''sent'''
    when 'bounced' then ' and (n.bounced_at is not null or n.complained_at is not null)'
  end;
  if v_where is null then
    perform private.fail(422, 'unknown_view', jsonb_build_object('field', 'view', 'value', left(p_view, 60)), 'Choose a view from the list.');
  end if;
  if v_query <> '' then
    v_where := v_where || ' and (
      n.recipient_email like ''%'' || $2 || ''%'' or lower(n.recipient_name) like ''%'' || $2 || ''%''
      or n.request_id in (select r.id from public.change_requests r where r.org_id = $1 and lower(r.reference) = $2)
      or n.order_id in (select o.id from public.orders o where o.org_id = $1 and lower(o.order_number) = $2))';
  end if;
  return query execute format(
    'select p.id, p.template, p.recipient_email, p.recipient_name, o.order_number, r.reference, p.state, p.attempts, p.last_error,
       p.created_at, p.next_attempt_at, p.sent_at, p.delivered_at, p.delayed_at, p.bounced_at, p.complained_at, p.delivery_detail,
       private.retry_verdict(p), (select count(*) from (select from public.notifications n where %1$s limit %2$s) c)
     from (select n.* from public.notifications n where %1$s order by n.created_at desc, n.id limit $3 offset $4) p
     left join public.orders o on o.org_id = p.org_id and o.id = p.order_id
     left join public.change_requests r on r.org_id = p.org_id and r.id = p.request_id
     order by p.created_at desc, p.id', v_where, c_count_limit + 1
  ) using p_org, v_query, greatest(1, least(coalesce(p_limit, 50), 200)), greatest(0, least(coalesce(p_offset, 0), 1000000));
end
$$;

create function public.mail_trouble(p_org uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.mail_trouble(p_org) $$;
create function public.mail_health() returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.mail_health() $$;
create function public.search_mail(p_org uuid, p_view text default 'all', p_query text default '', p_limit integer default 50, p_offset integer default 0)
returns table (
  id uuid, template public.notification_template, recipient_email text, recipient_name text, order_number text, request_reference text,
  state public.notification_state, attempts integer, last_error text, created_at timestamptz, next_attempt_at timestamptz, sent_at timestamptz,
  delivered_at timestamptz, delayed_at timestamptz, bounced_at timestamptz, complained_at timestamptz, delivery_detail text,
  retry text, total_count bigint
)
language sql stable security invoker set search_path = '' as $$ select * from private.search_mail(p_org, p_view, p_query, p_limit, p_offset) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.mail_trouble(uuid), public.mail_health(), public.search_mail(uuid, text, text, integer, integer) from public;
grant execute on function
  private.mail_trouble(uuid), private.search_mail(uuid, text, text, integer, integer),
  public.mail_trouble(uuid), public.search_mail(uuid, text, text, integer, integer)
to authenticated;
grant execute on function private.mail_health(), public.mail_health() to service_role;
