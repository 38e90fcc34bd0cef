-- Counters against guessing and flooding. take_attempt, return_attempt: outcomes allowed · limited · returned, for the server's key.
-- Never for people or anon: whoever could count up somebody else's address could lock them out with it.

-- A bucket is a hash, so that the table lists neither who tried to sign in nor from where.
create table private.rate_counters (
  bucket bytea primary key,
  count integer not null,
  ends_at timestamptz not null,
  constraint rate_counters_count_is_not_negative check (count >= 0)
);
create index rate_counters_by_end on private.rate_counters (ends_at);

create function private.rate_bucket(p_parts text[]) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(convert_to(to_jsonb(p_parts)::text, 'UTF8'))
$$;

-- Counts one use and answers 0, or how many seconds to wait when p_limit uses in p_seconds are spent. A refused use is not
-- counted, so that trying on does not make the wait longer. The row stays locked until the caller's transaction ends.
create function private.take_rate_limit(p_parts text[], p_limit integer, p_seconds integer) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_bucket bytea := private.rate_bucket(p_parts);
  v_end timestamptz;
begin
  insert into private.rate_counters as c (bucket, count, ends_at) values (v_bucket, 1, now() + make_interval(secs => p_seconds))
    on conflict (bucket) do update set
      count = case when c.ends_at <= now() then 1 else c.count + 1 end,
      ends_at = case when c.ends_at <= now() then excluded.ends_at else c.ends_at end
    where c.ends_at <= now() or c.count < p_limit;
  if not found then
    select c.ends_at into strict v_end from private.rate_counters c where c.bucket = v_bucket;
    return greatest(1, ceil(extract(epoch from v_end - now()))::integer);
  end if;
  -- Each use sweeps a few counters nobody needs any more. SKIP LOCKED: never waits for somebody else's count.
  delete from private.rate_counters c where c.bucket in (
    select o.bucket from private.rate_counters o where o.ends_at < now() - interval '1 hour' order by o.ends_at limit 5 for update skip locked
  );
  return 0;
end
$$;

create function private.fail_rate_limited(p_retry_after integer) returns void
language sql set search_path = '' as $$
  select private.fail(409, 'rate_limited', jsonb_build_object('retry_after', p_retry_after),
    'Wait ' || case when p_retry_after < 90 then p_retry_after || ' seconds' else ceil(p_retry_after / 60.0) || ' minutes' end || ' and try again.')
$$;

-- A member files at most 6,000 requests in ten minutes: an integration may send a thousand at once, a runaway script does
-- not stop there. Counted from the answers that are kept anyway: a counter row would make one member's submissions wait
-- for each other.
create index idempotency_keys_by_actor_and_time on public.idempotency_keys (org_id, actor_id, created_at desc);

create function private.limit_submissions(p_member public.members) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  c_limit constant integer := 6000;
begin
  if (select count(*) from (
    select from public.idempotency_keys k
    where k.org_id = p_member.org_id and k.actor_id = p_member.id and k.created_at > now() - interval '10 minutes'
    limit c_limit + 1
  ) recent) > c_limit then
    perform private.fail_rate_limited(60);
  end if;
end
$$;

-- What an attempt counts against, narrowest first, which is also the order in which the rows are locked. From one place an
-- account may be tried few times; the account as a whole so often that only a botnet gets there, because that limit can be
-- used up by somebody else. Then a link by e-mail still lets its owner in.
create function private.attempt_limits(p_kind text, p_email text, p_address text)
returns table (parts text[], uses integer, seconds integer)
language sql immutable set search_path = '' as $$
  select l.parts, l.uses, l.seconds from (values
    (1, 'sign_in', array['sign_in', p_email, p_address], 10, 900),
    (2, 'sign_in', array['sign_in', 'address', p_address], 100, 900),
    (3, 'sign_in', array['sign_in', 'account', p_email], 200, 900),
    (1, 'link', array['link', 'address', p_address], 30, 900),
    (2, 'link', array['link', 'account', p_email], 4, 900),
    (1, 'sign_up', array['sign_up', 'address', p_address], 20, 3600),
    (1, 'invitation', array['invitation', 'address', p_address], 60, 900)
  ) l (position, kind, parts, uses, seconds)
  where l.kind = p_kind and array_position(l.parts, null) is null
  order by l.position
$$;

create function private.take_attempt(p_kind text, p_email text, p_address text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_limit record;
  v_wait integer;
begin
  if p_kind is null or p_kind not in ('sign_in', 'link', 'sign_up', 'invitation') then
    perform private.fail(422, 'unknown_kind', jsonb_build_object('field', 'kind'), 'Use sign_in, link, sign_up or invitation.');
  end if;
  for v_limit in select * from private.attempt_limits(p_kind, lower(btrim(left(p_email, 320))), left(p_address, 100)) loop
    v_wait := private.take_rate_limit(v_limit.parts, v_limit.uses, v_limit.seconds);
    if v_wait > 0 then
      return jsonb_build_object('outcome', 'limited', 'retry_after', v_wait);
    end if;
  end loop;
  return jsonb_build_object('outcome', 'allowed');
end
$$;

-- Gives back what a right password took, so that a whole office behind one address can start its day.
create function private.return_attempt(p_kind text, p_email text, p_address text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_limit record;
begin
  for v_limit in select * from private.attempt_limits(p_kind, lower(btrim(left(p_email, 320))), left(p_address, 100)) loop
    update private.rate_counters set count = greatest(count - 1, 0) where bucket = private.rate_bucket(v_limit.parts);
  end loop;
  return jsonb_build_object('outcome', 'returned');
end
$$;

create function public.take_attempt(p_kind text, p_email text, p_address text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.take_attempt(p_kind, p_email, p_address) $$;
create function public.return_attempt(p_kind text, p_email text, p_address text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.return_attempt(p_kind, p_email, p_address) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.take_attempt(text, text, text), public.return_attempt(text, text, text) from public;
grant execute on function
  private.take_attempt(text, text, text), private.return_attempt(text, text, text),
  public.take_attempt(text, text, text), public.return_attempt(text, text, text)
to service_role;

comment on table private.rate_counters is 'Uses of something limited within a window that started with the first one.';
