-- Rules as they are sent, checked to the letter and brought into one canonical form. What is malformed raises PT422 with the
-- rule's place (from 0), the field and its value.

create function private.fail_rule(p_index integer, p_code text, p_field text, p_value jsonb, p_hint text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  perform private.fail(422, p_code, jsonb_build_object('rule_index', p_index, 'field', p_field, 'value', left(p_value #>> '{}', 200)), p_hint);
end
$$;

-- A set of texts, each of them on the list, sorted.
create function private.parse_choices(p_index integer, p_field text, p_value jsonb, p_list text[]) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p_value) <> 'array' or jsonb_array_length(p_value) not between 1 and 100
    or exists (select from jsonb_array_elements(p_value) v where jsonb_typeof(v) <> 'string' or not (v #>> '{}') = any (p_list)) then
    perform private.fail_rule(p_index, 'invalid_' || p_field, p_field, p_value, 'Choose at least one from the list, or leave the condition out.');
  end if;
  return (select jsonb_agg(distinct v order by v) from jsonb_array_elements(p_value) v);
end
$$;

create function private.parse_condition(p_org uuid, p_index integer, p_field text, p_value jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_text text := btrim(p_value #>> '{}');
begin
  case p_field
    when 'kinds' then
      return private.parse_choices(p_index, p_field, p_value, enum_range(null::public.change_kind)::text[]);
    when 'stages' then
      return private.parse_choices(p_index, p_field, p_value, enum_range(null::public.order_stage)::text[]);
    when 'requesters' then
      return private.parse_choices(p_index, p_field, p_value, array(select m.id::text from public.members m where m.org_id = p_org));
    when 'quantity', 'value', 'percent' then
      if jsonb_typeof(p_value) not in ('string', 'number') or v_text !~ '^[0-9]{1,12}(\.[0-9]{1,6})?$' or v_text::numeric = 0 then
        perform private.fail_rule(p_index, 'invalid_' || p_field, p_field, p_value, 'Use a number above zero, or leave the condition out.');
      end if;
      return to_jsonb(trim_scale(v_text::numeric)::text);
    when 'days_moved', 'days_to_ship' then
      if jsonb_typeof(p_value) not in ('string', 'number') or v_text !~ '^[0-9]{1,4}$' or v_text::integer > 3660
        or p_field = 'days_moved' and v_text::integer = 0 then
        perform private.fail_rule(p_index, 'invalid_' || p_field, p_field, p_value, 'Use a whole number of days up to 3660, or leave the condition out.');
      end if;
      return to_jsonb(v_text::integer);
    when 'customer', 'sku' then
      if jsonb_typeof(p_value) <> 'string' or length(v_text) not between 1 and 100 or v_text ~ '[\x01-\x1f\x7f]'
        or private.is_invisible(v_text) or length(v_text) - length(replace(v_text, '*', '')) > 5 then
        perform private.fail_rule(p_index, 'invalid_' || p_field, p_field, p_value,
          'Use 1 to 100 characters on one line, with at most five * that stand for anything.');
      end if;
      return to_jsonb(v_text);
    else
      perform private.fail_rule(p_index, 'unknown_field', left(p_field, 60), p_value, 'Reload the page and try again.');
  end case;
  return null;
end
$$;

create function private.parse_step(p_org uuid, p_index integer, p_step jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_approvers jsonb := p_step -> 'approvers';
  v_result jsonb;
begin
  if jsonb_typeof(p_step) <> 'object' or jsonb_typeof(v_approvers) is distinct from 'object'
    or exists (select from jsonb_object_keys(p_step) k where k not in ('approvers', 'required'))
    or exists (select from jsonb_object_keys(v_approvers) k where k not in ('anyone', 'members', 'groups'))
    or coalesce(jsonb_typeof(v_approvers -> 'anyone'), 'boolean') <> 'boolean' then
    perform private.fail_rule(p_index, 'invalid_steps', 'steps', p_step, 'Reload the page and try again.');
  end if;
  if coalesce(p_step ->> 'required', '1') !~ '^[0-9]$' or coalesce(p_step ->> 'required', '1')::integer not between 1 and 5 then
    perform private.fail_rule(p_index, 'invalid_required', 'required', p_step -> 'required', 'Ask for one to five people in a step.');
  end if;
  v_result := jsonb_build_object('required', coalesce(p_step ->> 'required', '1')::integer);
  if coalesce((v_approvers ->> 'anyone')::boolean, false) then
    return v_result || jsonb_build_object('approvers', jsonb_build_object('anyone', true));
  end if;
  v_approvers := jsonb_strip_nulls(jsonb_build_object(
    'members', case when coalesce(v_approvers -> 'members', '[]') <> '[]' then
      private.parse_choices(p_index, 'members', v_approvers -> 'members', array(select m.id::text from public.members m where m.org_id = p_org)) end,
    'groups', case when coalesce(v_approvers -> 'groups', '[]') <> '[]' then
      private.parse_choices(p_index, 'groups', v_approvers -> 'groups',
        array(select g.id::text from public.approver_groups g where g.org_id = p_org and g.active)) end
  ));
  if v_approvers = '{}' then
    perform private.fail_rule(p_index, 'required', 'approvers', p_step -> 'approvers', 'Say who decides: people, a group, or any approver.');
  end if;
  return v_result || jsonb_build_object('approvers', v_approvers);
end
$$;

create function private.parse_rule(p_org uuid, p_index integer, p_rule jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_conditions jsonb := coalesce(p_rule -> 'conditions', '{}');
begin
  if jsonb_typeof(p_rule) <> 'object' or jsonb_typeof(v_conditions) <> 'object'
    or exists (select from jsonb_object_keys(p_rule) k where k not in ('id', 'name', 'conditions', 'steps')) then
    perform private.fail_rule(p_index, 'invalid_rule', 'rules', p_rule, 'Reload the page and try again.');
  end if;
  if coalesce(p_rule ->> 'id', '') !~ '^[a-z0-9][a-z0-9-]{0,39}$' or p_rule ->> 'id' = 'default' then
    perform private.fail_rule(p_index, 'invalid_id', 'id', p_rule -> 'id', 'Reload the page and try again.');
  end if;
  if coalesce(jsonb_typeof(p_rule -> 'name'), '') <> 'string' or length(btrim(p_rule ->> 'name')) not between 1 and 80
    or p_rule ->> 'name' ~ '[\x01-\x1f\x7f\u202a-\u202e\u2066-\u2069]' or private.is_invisible(p_rule ->> 'name') then
    perform private.fail_rule(p_index, 'invalid_name', 'name', p_rule -> 'name', 'Give the rule a name of up to 80 characters.');
  end if;
  if coalesce(jsonb_typeof(p_rule -> 'steps'), '') <> 'array' or jsonb_array_length(p_rule -> 'steps') not between 1 and 2 then
    perform private.fail_rule(p_index, 'invalid_steps', 'steps', p_rule -> 'steps', 'A rule has one or two steps.');
  end if;
  return jsonb_build_object(
    'id', p_rule -> 'id', 'name', btrim(p_rule ->> 'name'),
    'conditions', coalesce((
      select jsonb_object_agg(c.field, private.parse_condition(p_org, p_index, c.field, c.value))
      from jsonb_each(v_conditions) c (field, value) where c.value <> 'null'
    ), '{}'),
    'steps', (
      select jsonb_agg(private.parse_step(p_org, p_index, s.step) order by s.n)
      from jsonb_array_elements(p_rule -> 'steps') with ordinality s (step, n)
    )
  );
end
$$;

-- All rules in canonical form with the default at the end, sent along or not.
create function private.parse_rules(p_org uuid, p_rules jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_rules jsonb := p_rules;
  v_result jsonb := '[]';
begin
  if p_rules is null or jsonb_typeof(p_rules) <> 'array' then
    perform private.fail(422, 'invalid_rules', jsonb_build_object('field', 'rules'), 'Reload the page and try again.');
  end if;
  if v_rules -> -1 ->> 'id' = 'default' then
    v_rules := v_rules - -1;
  end if;
  if jsonb_array_length(v_rules) > 50 then
    perform private.fail(422, 'too_many_rules', jsonb_build_object('field', 'rules', 'count', jsonb_array_length(v_rules)), 'Use at most 50 rules.');
  end if;
  for v_index in 0 .. jsonb_array_length(v_rules) - 1 loop
    if exists (select from jsonb_array_elements(v_result) r where r -> 'id' = v_rules -> v_index -> 'id') then
      perform private.fail_rule(v_index, 'invalid_id', 'id', v_rules -> v_index -> 'id', 'Two rules have the same id. Reload the page and try again.');
    end if;
    v_result := v_result || jsonb_build_array(private.parse_rule(p_org, v_index, v_rules -> v_index));
  end loop;
  return v_result || jsonb_build_array(private.default_rule());
end
$$;

revoke execute on all functions in schema private from public;
