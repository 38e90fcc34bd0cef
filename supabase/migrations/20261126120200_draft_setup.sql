-- read_setup: read. save_setup_draft: saved. discard_setup_draft: discarded. Refuse with PT401, PT403, PT404, PT422.

-- The rules as they stand, the version they have, and what the caller answered since.
create function private.read_setup(p_org uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_current public.setups := private.current_setup(p_org);
begin
  return jsonb_build_object(
    'outcome', 'read', 'version', coalesce(v_current.version, 0), 'facts', private.setup_facts(p_org, v_current.facts),
    'draft', (
      select jsonb_build_object('answers', d.answers, 'base_version', d.base_version, 'updated_at', d.updated_at)
      from public.setup_drafts d where d.org_id = p_org and d.member_id = v_admin.id
    )
  );
end
$$;

create function private.setup_answers_argument(p_answers jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if p_answers is null or jsonb_typeof(p_answers) <> 'object' or octet_length(p_answers::text) > 400000 or exists (
    select from jsonb_object_keys(p_answers) k
    where k not in ('system', 'status_words', 'formats', 'sites', 'daily_orders', 'approval_rules', 'fulfillment_email', 'exceptions')
  ) then
    perform private.fail(422, 'invalid_answers', jsonb_build_object('field', 'answers'), 'Reload the page and try again.');
  end if;
  return p_answers;
end
$$;

-- Adds answers to the caller's draft. A draft begins at the version its author sees; p_base_version moves it to a newer one
-- once they have seen that.
create function private.save_setup_draft(p_org uuid, p_answers jsonb, p_base_version integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_answers jsonb := private.setup_answers_argument(p_answers);
  v_version integer := coalesce((private.current_setup(p_org)).version, 0);
  v_draft public.setup_drafts;
begin
  if p_base_version not between 0 and v_version then
    perform private.fail(422, 'invalid_version', jsonb_build_object('field', 'base_version'), 'Reload the page and try again.');
  end if;
  insert into public.setup_drafts as d (org_id, member_id, answers, base_version)
    values (p_org, v_admin.id, v_answers, coalesce(p_base_version, v_version))
    on conflict (org_id, member_id) do update set
      answers = private.setup_answers_argument(d.answers || excluded.answers), base_version = coalesce(p_base_version, d.base_version), updated_at = now()
    returning * into v_draft;
  return jsonb_build_object('outcome', 'saved', 'base_version', v_draft.base_version);
end
$$;

create function private.discard_setup_draft(p_org uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
begin
  delete from public.setup_drafts where org_id = p_org and member_id = v_admin.id;
  return jsonb_build_object('outcome', 'discarded');
end
$$;

create function public.read_setup(p_org uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.read_setup(p_org) $$;
create function public.save_setup_draft(p_org uuid, p_answers jsonb, p_base_version integer default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.save_setup_draft(p_org, p_answers, p_base_version) $$;
create function public.discard_setup_draft(p_org uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.discard_setup_draft(p_org) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.read_setup(uuid), public.save_setup_draft(uuid, jsonb, integer), public.discard_setup_draft(uuid) from public;
grant execute on function
  private.read_setup(uuid), private.save_setup_draft(uuid, jsonb, integer), private.discard_setup_draft(uuid),
  public.read_setup(uuid), public.save_setup_draft(uuid, jsonb, integer), public.discard_setup_draft(uuid)
to authenticated;
