-- apply_setup: applied · unchanged · stale · refused (approval rules that could leave nobody to decide).
-- Refuses with PT401, PT403, PT404, PT409 default_site, PT422.

-- What only the interview asks, as it is kept; an answer that was not given stays as it was.
create function private.own_answers(p_answers jsonb, p_facts jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_system jsonb := p_answers -> 'system';
  v_orders text := p_answers ->> 'daily_orders';
  v_result jsonb := jsonb_build_object(
    'system', coalesce(p_facts -> 'system', 'null'), 'daily_orders', coalesce(p_facts -> 'daily_orders', 'null'), 'exceptions', coalesce(p_facts -> 'exceptions', 'null')
  );
begin
  if p_answers ? 'system' then
    if jsonb_typeof(v_system) <> 'object' or coalesce(v_system ->> 'id', '') !~ '^[a-z0-9][a-z0-9-]{0,39}$' then
      perform private.fail(422, 'unknown_system', jsonb_build_object('field', 'system'), 'Choose a system from the list, or another.');
    end if;
    v_result := v_result || jsonb_build_object('system', jsonb_build_object(
      'id', v_system -> 'id', 'name', private.text_argument('system', v_system ->> 'name', 80)
    ));
  end if;
  if p_answers ? 'daily_orders' then
    if v_orders !~ '^[0-9]{1,7}$' then
      perform private.fail(422, 'invalid_number', jsonb_build_object('field', 'daily_orders', 'value', left(v_orders, 60)), 'Use a whole number like 120.');
    end if;
    v_result := v_result || jsonb_build_object('daily_orders', v_orders::integer);
  end if;
  if p_answers ? 'exceptions' then
    v_result := v_result || jsonb_build_object('exceptions', private.text_argument('exceptions', p_answers ->> 'exceptions', 4000, false));
  end if;
  return v_result;
end
$$;

create function private.list_argument(p_answers jsonb, p_field text, p_max integer) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p_answers -> p_field) <> 'array' or jsonb_array_length(p_answers -> p_field) > p_max then
    perform private.fail(422, 'invalid_answers', jsonb_build_object('field', p_field, 'max', p_max), 'Reload the page and try again.');
  end if;
  return coalesce(p_answers -> p_field, '[]');
end
$$;

-- The approval rules with the interview's in the place of its earlier ones: those an admin made elsewhere come first.
create function private.rules_with_answers(p_org uuid, p_rules jsonb, p_answers jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select private.parse_rules(p_org, coalesce((
    select jsonb_agg(r.rule order by r.n) from jsonb_array_elements(p_rules) with ordinality r (rule, n)
    where r.rule ->> 'id' <> 'default' and r.rule ->> 'id' not like 'setup-%'
  ), '[]') || p_answers)
$$;

-- Sites and their holidays: [{action, before, after}] of what was written.
create function private.write_sites(p_org uuid, p_sites jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_site jsonb;
  v_days integer[];
  v_written jsonb;
  v_result jsonb := '[]';
begin
  -- The default first, so that the old one may become an ordinary site.
  for v_site in select s.site from jsonb_array_elements(p_sites) with ordinality s (site, n) order by s.site -> 'is_default' = 'true' desc, s.n loop
    if jsonb_typeof(v_site) <> 'object' or coalesce(jsonb_typeof(v_site -> 'work_days'), '') <> 'array'
      or exists (select from jsonb_array_elements(v_site -> 'work_days') d where d::text !~ '^[1-7]$') then
      perform private.fail(422, 'invalid_work_days', jsonb_build_object('field', 'work_days'), 'Choose at least one day of the week.');
    end if;
    v_days := array(select d::text::integer from jsonb_array_elements(v_site -> 'work_days') d);
    v_written := private.write_site(p_org, v_site ->> 'code', v_site ->> 'name', v_site ->> 'time_zone', v_site ->> 'ship_cutoff', v_days, v_site -> 'is_default' = 'true');
    if v_written is not null then
      v_result := v_result || jsonb_build_array(v_written || '{"action": "site.saved"}');
    end if;
    if v_site ? 'holidays' then
      v_written := private.write_holidays(p_org, private.site_code_argument(v_site ->> 'code'), private.holidays_argument(v_site -> 'holidays'), true);
      if v_written is not null then
        v_result := v_result || jsonb_build_array(v_written || '{"action": "holidays.saved"}');
      end if;
    end if;
  end loop;
  return v_result;
end
$$;

create function private.apply_setup(p_org uuid, p_answers jsonb, p_expected_version integer, p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'apply_setup';
  v_admin public.members;
  v_answers jsonb;
  v_stored jsonb;
  v_current public.setups;
  v_policy public.approval_policies;
  v_before jsonb;
  v_own jsonb;
  v_words jsonb := '[]';
  v_formats jsonb;
  v_email text;
  v_rules jsonb;
  v_problems jsonb;
  v_mapped jsonb := '[]';
  v_written jsonb := '[]';
  v_entry jsonb;
  v_facts jsonb;
begin
  -- Lock: who may decide, before any row, as save_approval_policy; then the settings, then the orders of status words.
  perform private.lock_deciders(p_org);
  v_admin := private.require_member(p_org, 'admin');
  v_answers := private.setup_answers_argument(p_answers);
  v_stored := private.claim_idempotency_key(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_array(v_answers, p_expected_version));
  if v_stored is not null then
    return v_stored;
  end if;
  perform private.lock_settings(p_org);
  v_current := private.current_setup(p_org);
  if p_expected_version is distinct from coalesce(v_current.version, 0) then
    return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_object(
      'outcome', 'stale', 'version', coalesce(v_current.version, 0), 'applied_at', v_current.applied_at,
      'applied_by', (select m.name from public.members m where m.org_id = p_org and m.id = v_current.applied_by)));
  end if;

  v_own := private.own_answers(v_answers, v_current.facts);
  v_before := private.setup_facts(p_org, v_own);
  if v_answers ? 'status_words' then
    v_words := private.words_argument(private.list_argument(v_answers, 'status_words', 500));
  end if;
  if v_answers ? 'formats' then
    v_formats := private.formats_argument(v_answers -> 'formats');
  end if;
  if v_answers ? 'fulfillment_email' then
    v_email := private.fulfillment_email_argument(v_answers ->> 'fulfillment_email');
  end if;
  v_policy := private.current_policy(p_org);
  v_rules := v_policy.rules;
  if v_answers ? 'approval_rules' then
    v_rules := private.rules_with_answers(p_org, v_policy.rules, private.list_argument(v_answers, 'approval_rules', 10));
  end if;
  if v_rules <> v_policy.rules then
    select jsonb_agg(p) into v_problems from jsonb_array_elements(private.policy_problems(p_org, v_rules)) p where p ->> 'rule_id' <> 'default';
    if v_problems is not null then
      perform private.append_audit(p_org, v_admin.id, 'setup.refused', null, null, null, jsonb_build_object('version', v_current.version, 'problems', v_problems));
      return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_object('outcome', 'refused', 'problems', v_problems));
    end if;
  end if;

  -- Only words that mean something else from now on: the others' orders are left alone.
  select coalesce(jsonb_agg(w.word), '[]') into v_words from jsonb_array_elements(v_words) w (word)
    where not exists (select from public.status_words s where s.org_id = p_org and s.word_key = w.word ->> 'word_key' and s.stage::text = w.word ->> 'stage');
  if v_words <> '[]' then
    v_mapped := private.map_words(p_org, v_admin.id, v_words);
  end if;
  if v_answers ? 'sites' then
    v_written := private.write_sites(p_org, private.list_argument(v_answers, 'sites', 100));
  end if;
  if v_formats is not null and v_formats <> v_before -> 'formats' then
    v_written := v_written || jsonb_build_array(private.write_formats(p_org, v_formats) || '{"action": "formats.saved"}');
  end if;
  if v_answers ? 'fulfillment_email' and v_email is distinct from v_before ->> 'fulfillment_email' then
    update public.organizations set fulfillment_email = v_email where id = p_org;
    v_written := v_written || jsonb_build_array(jsonb_build_object('action', 'organization.changed',
      'before', jsonb_build_object('fulfillment_email', v_before -> 'fulfillment_email'), 'after', jsonb_build_object('fulfillment_email', v_email)));
  end if;

  perform private.audit_mapped_words(p_org, v_admin.id, v_mapped);
  for v_entry in select jsonb_array_elements(v_written) loop
    perform private.append_audit(p_org, v_admin.id, v_entry ->> 'action', null, null, nullif(v_entry -> 'before', 'null'), v_entry -> 'after');
  end loop;
  if v_rules <> v_policy.rules then
    perform private.save_approval_policy(p_org, v_rules, v_policy.version, p_idempotency_key);
  end if;
  v_facts := private.setup_facts(p_org, v_own);
  delete from public.setup_drafts where org_id = p_org and member_id = v_admin.id;
  if v_current.version is not null and v_facts = v_current.facts then
    return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_object('outcome', 'unchanged', 'version', v_current.version));
  end if;
  insert into public.setups (org_id, version, answers, facts, applied_by)
    values (p_org, coalesce(v_current.version, 0) + 1, v_answers, v_facts, v_admin.id);
  perform private.append_audit(p_org, v_admin.id, 'setup.applied', null, null,
    case when v_current.version is not null then jsonb_build_object('version', v_current.version) end,
    jsonb_build_object('version', coalesce(v_current.version, 0) + 1, 'answered', (select jsonb_agg(k order by k) from jsonb_object_keys(v_answers) k),
      'orders', (select coalesce(sum((m ->> 'orders')::integer), 0) from jsonb_array_elements(v_mapped) m), 'facts', v_facts));
  return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_object(
    'outcome', 'applied', 'version', coalesce(v_current.version, 0) + 1,
    'orders', (select coalesce(sum((m ->> 'orders')::integer), 0) from jsonb_array_elements(v_mapped) m)));
end
$$;

-- A word on very many orders takes longer than the eight seconds a client role has.
create function public.apply_setup(p_org uuid, p_answers jsonb, p_expected_version integer, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '60s' as $$
  select private.apply_setup(p_org, p_answers, p_expected_version, p_idempotency_key)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function public.apply_setup(uuid, jsonb, integer, text) from public;
grant execute on function private.apply_setup(uuid, jsonb, integer, text), public.apply_setup(uuid, jsonb, integer, text) to authenticated;
