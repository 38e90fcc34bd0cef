-- set_notification_choices: saved · unchanged. mark_notifications_read: marked. Every member, about themselves alone.
-- Refuse with PT401, PT404, PT422.

-- p_choices: {template: at_once | digest | none}. What it doesn't name stays as it is.
create function private.set_notification_choices(p_org uuid, p_choices jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org);
  v_key text;
  v_value text;
  v_before jsonb;
  v_after jsonb;
begin
  if p_choices is null or jsonb_typeof(p_choices) <> 'object' then
    perform private.fail(422, 'malformed_choices', jsonb_build_object('field', 'choices'), 'Send a choice per kind of event.');
  end if;
  for v_key, v_value in select * from jsonb_each_text(p_choices) loop
    if not v_key = any (enum_range(null::public.notification_template)::text[]) or v_key = 'invitation' then
      perform private.fail(422, 'no_choice', jsonb_build_object('field', 'choices', 'value', left(v_key, 60)), 'About this mail there is no choice.');
    end if;
    if v_value is null or not v_value = any (enum_range(null::public.notification_choice)::text[])
      -- The digest has no digest, and what is about to expire cannot wait for the morning.
      or (v_key in ('morning_digest', 'request_reminder', 'request_escalated', 'request_unacknowledged') and v_value = 'digest') then
      perform private.fail(422, 'unknown_choice', jsonb_build_object('field', 'choices', 'value', left(v_value, 60)), 'Choose at_once, digest or none.');
    end if;
  end loop;
  -- At once is what a missing row says, so an unchanged choice has no row either.
  select coalesce(jsonb_object_agg(c.key, coalesce(n.choice, 'at_once')) filter (where coalesce(n.choice, 'at_once')::text <> c.value), '{}'),
      coalesce(jsonb_object_agg(c.key, c.value) filter (where coalesce(n.choice, 'at_once')::text <> c.value), '{}')
    into v_before, v_after
    from jsonb_each_text(p_choices) c
    left join public.notification_choices n on n.org_id = p_org and n.member_id = v_member.id and n.template::text = c.key;
  if v_after = '{}' then
    return jsonb_build_object('outcome', 'unchanged');
  end if;
  insert into public.notification_choices (org_id, member_id, template, choice)
    select p_org, v_member.id, c.key::public.notification_template, c.value::public.notification_choice from jsonb_each_text(v_after) c
    on conflict (org_id, member_id, template) do update set choice = excluded.choice;
  perform private.append_audit(p_org, v_member.id, 'member.choices_changed', null, null, v_before, v_after);
  return jsonb_build_object('outcome', 'saved');
end
$$;

-- One item, or, without an id, all up to a moment: what arrives while the list is on screen stays unread. On its way through
-- JavaScript a moment loses what is below its millisecond. Reading is no event of the trail.
create function private.mark_notifications_read(p_org uuid, p_item_id uuid, p_until timestamptz) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org);
  v_count integer;
begin
  if p_item_id is not null and not exists (
    select from public.inbox_items i where i.org_id = p_org and i.member_id = v_member.id and i.id = p_item_id
  ) then
    perform private.fail(404, 'not_found', null, 'There is no such notification.');
  end if;
  -- Locks: the items by id; the morning digest marks them too.
  update public.inbox_items i set read_at = now()
    where i.org_id = p_org and i.id in (
      select u.id from public.inbox_items u
      where u.org_id = p_org and u.member_id = v_member.id and u.read_at is null
        and case when p_item_id is not null then u.id = p_item_id else u.created_at < coalesce(p_until, now()) + interval '1 millisecond' end
      order by u.id for update
    );
  get diagnostics v_count = row_count;
  return jsonb_build_object('outcome', 'marked', 'count', v_count);
end
$$;

create function public.set_notification_choices(p_org uuid, p_choices jsonb) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_notification_choices(p_org, p_choices) $$;
create function public.mark_notifications_read(p_org uuid, p_item_id uuid default null, p_until timestamptz default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.mark_notifications_read(p_org, p_item_id, p_until) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.set_notification_choices(uuid, jsonb), public.mark_notifications_read(uuid, uuid, timestamptz) from public;
grant execute on function
  private.set_notification_choices(uuid, jsonb), private.mark_notifications_read(uuid, uuid, timestamptz),
  public.set_notification_choices(uuid, jsonb), public.mark_notifications_read(uuid, uuid, timestamptz)
to authenticated;
