-- record_mail_event: recorded · replayed · unmatched. What the provider reports about a mail after taking it, for the
-- server's secret key only (it has checked the provider's signature). Refuses with PT422.

create type public.mail_event_kind as enum ('delivered', 'delivery_delayed', 'bounced', 'complained');

-- Kept by the provider's own id of the event, so that a replay finds it taken. In any order, and before the mail itself is
-- settled: what cannot be matched yet waits here for its mail.
create table private.mail_events (
  id text primary key,
  provider_id text not null,
  kind public.mail_event_kind not null,
  is_permanent boolean not null,
  detail text not null,
  happened_at timestamptz not null,
  received_at timestamptz not null default now()
);

create index mail_events_by_provider on private.mail_events (provider_id);
create index mail_events_by_time on private.mail_events (received_at);

-- Addresses that mail no longer goes to, until an admin says otherwise. A cleared row stays: it tells an old report from a new one.
create table public.suppressed_addresses (
  org_id uuid not null,
  email text not null,
  reason public.mail_event_kind not null,
  detail text not null,
  notification_id uuid not null,
  suppressed_at timestamptz not null,
  cleared_at timestamptz,
  cleared_by uuid,
  primary key (org_id, email),
  constraint suppressed_addresses_mail_exists foreign key (org_id, notification_id) references public.notifications (org_id, id) on delete restrict,
  constraint suppressed_addresses_clearer_is_a_member foreign key (org_id, cleared_by) references public.members (org_id, id),
  constraint suppressed_addresses_have_a_cause check (reason in ('bounced', 'complained')),
  constraint suppressed_addresses_email_is_folded check (email = lower(email)),
  constraint suppressed_addresses_clearing_is_whole check ((cleared_at is null) = (cleared_by is null))
);

create index suppressed_addresses_by_mail on public.suppressed_addresses (org_id, notification_id);
create index suppressed_addresses_by_clearer on public.suppressed_addresses (org_id, cleared_by) where cleared_by is not null;

alter table public.suppressed_addresses enable row level security;
alter table public.suppressed_addresses force row level security;

grant select on public.suppressed_addresses to authenticated;

create policy "admins read their organization's held addresses" on public.suppressed_addresses
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));

create function private.suppression_words(p_address public.suppressed_addresses) returns text
language sql immutable set search_path = '' as $$
  select left('Held: ' || case p_address.reason
    when 'complained' then 'the recipient reported an earlier mail as spam.'
    else 'an earlier mail to this address came back' || case when p_address.detail = '' then '.' else ': ' || p_address.detail end
  end, 2000)
$$;

-- One report on the mail it is about. Each kind has its own time, so no order is assumed: a late "delivered" takes nothing
-- back. A bounce for good and a complaint hold the address, unless an admin has cleared it since.
create function private.apply_mail_event(p_mail public.notifications, p_event private.mail_events) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.notifications n set
    delivered_at = case when p_event.kind = 'delivered' then least(n.delivered_at, p_event.happened_at) else n.delivered_at end,
    delayed_at = case when p_event.kind = 'delivery_delayed' then greatest(n.delayed_at, p_event.happened_at) else n.delayed_at end,
    bounced_at = case when p_event.kind = 'bounced' then least(n.bounced_at, p_event.happened_at) else n.bounced_at end,
    complained_at = case when p_event.kind = 'complained' then least(n.complained_at, p_event.happened_at) else n.complained_at end,
    delivery_detail = case when p_event.kind in ('bounced', 'complained') and p_event.detail <> '' then p_event.detail else n.delivery_detail end
  where n.org_id = p_mail.org_id and n.id = p_mail.id;
  if p_event.kind = 'complained' or (p_event.kind = 'bounced' and p_event.is_permanent) then
    insert into public.suppressed_addresses as a (org_id, email, reason, detail, notification_id, suppressed_at)
      values (p_mail.org_id, lower(p_mail.recipient_email), p_event.kind, p_event.detail, p_mail.id, p_event.happened_at)
      on conflict (org_id, email) do update set
        reason = excluded.reason, detail = excluded.detail, notification_id = excluded.notification_id,
        suppressed_at = excluded.suppressed_at, cleared_at = null, cleared_by = null
      where a.cleared_at < excluded.suppressed_at;
    if found then
      perform private.append_audit(p_mail.org_id, null, 'address.suppressed', null, null, null,
        jsonb_build_object('email', p_mail.recipient_email, 'reason', p_event.kind, 'detail', p_event.detail));
    end if;
  end if;
end
$$;

-- What was reported about a mail before we knew the provider's id of it.
create function private.apply_mail_events(p_mail public.notifications) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_event private.mail_events;
begin
  for v_event in select * from private.mail_events e where e.provider_id = p_mail.provider_id order by e.happened_at loop
    perform private.apply_mail_event(p_mail, v_event);
  end loop;
end
$$;

create function private.record_mail_event(
  p_event_id text, p_provider_id text, p_kind text, p_is_permanent boolean, p_detail text, p_happened_at timestamptz
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_event private.mail_events;
  v_mail public.notifications;
begin
  if p_kind is null or not p_kind = any (enum_range(null::public.mail_event_kind)::text[]) then
    perform private.fail(422, 'unknown_kind', jsonb_build_object('field', 'kind'), 'Use delivered, delivery_delayed, bounced or complained.');
  end if;
  if coalesce(length(p_event_id), 0) not between 1 and 200 or coalesce(length(p_provider_id), 0) not between 1 and 200 or p_happened_at is null then
    perform private.fail(422, 'invalid_event', null, 'An event has an id, a mail and a time.');
  end if;
  perform private.lock_provider_id(p_provider_id);
  -- The provider repeats itself for a day or two, never for a month.
  delete from private.mail_events e where e.received_at < now() - interval '30 days';
  insert into private.mail_events (id, provider_id, kind, is_permanent, detail, happened_at) values (
    p_event_id, p_provider_id, p_kind::public.mail_event_kind, coalesce(p_is_permanent, false),
    left(regexp_replace(coalesce(p_detail, ''), '[[:cntrl:]]+', ' ', 'g'), 1000), least(p_happened_at, now())
  ) on conflict do nothing returning * into v_event;
  if v_event.id is null then
    return jsonb_build_object('outcome', 'replayed');
  end if;
  -- Lock: the mail, so that two reports on it come one after the other.
  select * into v_mail from public.notifications n where n.provider_id = p_provider_id for update;
  if not found then
    return jsonb_build_object('outcome', 'unmatched');
  end if;
  perform private.apply_mail_event(v_mail, v_event);
  return jsonb_build_object('outcome', 'recorded');
end
$$;

create function public.record_mail_event(
  p_event_id text, p_provider_id text, p_kind text, p_is_permanent boolean, p_detail text, p_happened_at timestamptz
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.record_mail_event(p_event_id, p_provider_id, p_kind, p_is_permanent, p_detail, p_happened_at)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function public.record_mail_event(text, text, text, boolean, text, timestamptz) from public;
grant execute on function
  private.record_mail_event(text, text, text, boolean, text, timestamptz), public.record_mail_event(text, text, text, boolean, text, timestamptz)
to service_role;

comment on table private.mail_events is 'Reports of the mail provider by its own ids, 30 days long: a replay is ignored, an early one waits for its mail.';
comment on table public.suppressed_addresses is 'Addresses that bounced for good or complained: mail to them is held until an admin clears them.';
