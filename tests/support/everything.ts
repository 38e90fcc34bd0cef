import { createOrder } from "./order.ts";
import { superuser } from "./postgres.ts";
import { decide, submitted } from "./requests.ts";
import { createTeam, type Team } from "./team.ts";

/** A team with at least one row of its organization in every table: what a leak would show. */
export async function createTeamWithEverything(): Promise<Team> {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const [first, second] = [order.lines[0].id, order.lines[1]?.id];
  const request = await submitted(team.requester, order, [{ kind: "set_quantity", line_id: first, quantity: "12" }]);
  await decide(team.approver, request, "approve");
  const pending = await submitted(team.requester, { ...order, version: 2 }, [{ kind: "remove_line", line_id: second }]);
  await superuser`
    insert into public.request_comments (org_id, request_id, round, body, commented_by)
    values (${team.id}, ${request.id}, 1, 'Thanks', ${team.requester.memberId})`;
  await superuser`update public.orders set ship_method = 'Ground' where id = ${order.id}`;
  await superuser`
    update public.order_lines set marked_stage = 'picked', marked_by = ${team.fulfillment.memberId}, marked_at = now() where id = ${first}`;
  await superuser.begin(async (sql) => {
    const hash = "0".repeat(64);
    await sql`insert into public.lock_rules (org_id, kind, stage, is_locked) values (${team.id}, 'add_line', 'released', true)`;
    const demanding = { id: "big", name: "Big", conditions: {}, steps: [{ approvers: { anyone: true }, required: 5 }] };
    await sql`
      insert into public.approval_policies (org_id, version, rules, created_by)
      values (${team.id}, 2, jsonb_build_array(${sql.json(demanding)}::jsonb, private.default_rule()), ${team.admin.memberId})`;
    const [group] = await sql<{ id: string }[]>`
      insert into public.approver_groups (org_id, name) values (${team.id}, 'Buyers') returning id`;
    await sql`
      insert into public.approver_group_members (org_id, group_id, member_id)
      values (${team.id}, ${group?.id ?? ""}, ${team.secondApprover.memberId})`;
    await sql`
      insert into public.delegations (org_id, from_member, to_member, starts_at, ends_at, created_by)
      values (${team.id}, ${team.secondApprover.memberId}, ${team.approver.memberId}, now(), now() + interval '1 day', ${team.admin.memberId})`;
    await sql`
      insert into public.request_assignments (org_id, request_id, round, step, member_id, assigned_by)
      values (${team.id}, ${pending.id}, 1, 1, ${team.approver.memberId}, ${team.admin.memberId})`;
    await sql`
      insert into public.formats (org_id, subject, position, pattern, example) values (${team.id}, 'sku', 1, 'A+-#', 'WIDGET-1')`;
    await sql`
      insert into public.lock_table_versions (org_id, version, rules, changes, saved_by)
      values (${team.id}, 1, '[]', '[{"kind": "add_line", "stage": "released", "is_locked": true}]', ${team.admin.memberId})`;
    await sql`insert into public.holidays (org_id, site_code, day) values (${team.id}, 'main', '2099-12-25')`;
    await sql`
      insert into public.suppressed_addresses (org_id, email, reason, detail, notification_id, suppressed_at)
      select ${team.id}, 'back@example.test', 'bounced', '', n.id, now() from public.notifications n where n.org_id = ${team.id} limit 1`;
    await sql`
      insert into public.setups (org_id, version, answers, facts, applied_by) values (${team.id}, 1, '{}', '{}', ${team.admin.memberId})`;
    await sql`
      insert into public.setup_drafts (org_id, member_id, answers, base_version) values (${team.id}, ${team.admin.memberId}, '{}', 1)`;
    await sql`
      insert into public.notification_choices (org_id, member_id, template, choice)
      values (${team.id}, ${team.admin.memberId}, 'request_applied', 'digest')`;
    await sql`
      select private.queue_notification(${team.id}, 'everything', 'request_applied', array[${team.admin.memberId}::uuid], null, null, '{}')`;
    await sql`
      insert into public.invitations (org_id, email, roles, token_hash, invited_by)
      values (${team.id}, 'invited@example.test', '{requester}', sha256('1'), ${team.admin.memberId})`;
    const [source] = await sql<{ id: string }[]>`
      insert into public.import_sources (org_id, name, header_key, format, created_by)
      values (${team.id}, 'orders.csv', ${hash}, '{}', ${team.admin.memberId}) returning id`;
    const [imported] = await sql<{ id: string }[]>`
      insert into public.imports (org_id, number, file_name, file_bytes, row_count, format, header_key, created_by)
      values (${team.id}, 1, 'orders.csv', 100, 1, '{}', ${hash}, ${team.admin.memberId}) returning id`;
    await sql`
      insert into public.import_source_versions (org_id, source_id, version, is_proposed, format, import_id, created_by)
      values (${team.id}, ${source?.id ?? ""}, 1, true, '{}', ${imported?.id ?? ""}, ${team.admin.memberId})`;
    await sql`
      insert into public.import_rows (org_id, import_id, row_number, cells) values (${team.id}, ${imported?.id ?? ""}, 1, '[]')`;
    await sql`
      insert into public.import_results (org_id, import_id, row_number, result)
      values (${team.id}, ${imported?.id ?? ""}, 1, 'unchanged')`;
    await sql`
      insert into public.import_missing_orders (org_id, import_id, order_id, order_number, customer, stage, open_requests)
      values (${team.id}, ${imported?.id ?? ""}, ${order.id}, 'SO-1', '', 'open', 0)`;
    await sql`
      insert into public.import_events (org_id, import_id, kind, by_member)
      values (${team.id}, ${imported?.id ?? ""}, 'stop_asked', ${team.admin.memberId})`;
    await sql`
      insert into public.import_writes (org_id, import_id, order_id, version_after) values (${team.id}, ${imported?.id ?? ""}, ${order.id}, 1)`;
    await sql`
      insert into public.import_line_writes (org_id, import_id, line_id, order_id)
      values (${team.id}, ${imported?.id ?? ""}, ${first}, ${order.id})`;
    await sql`
      insert into public.request_flags (org_id, request_id, round, import_id, import_number, is_undo, moved, by_member)
      select ${team.id}, r.id, r.round, ${imported?.id ?? ""}, 1, false, '[{"field": "stage"}]', ${team.admin.memberId}
      from public.change_requests r where r.org_id = ${team.id} limit 1`;
    const [exported] = await sql<{ id: string }[]>`
      insert into public.exports (org_id, number, scope, sources, row_count, order_count, requests, created_by)
      values (${team.id}, 1, 'open', '[]', 1, 1, '[]', ${team.admin.memberId}) returning id`;
    await sql`
      insert into public.api_keys (org_id, name, prefix, key_hash, scopes, created_by)
      values (${team.id}, 'a key', 'ocr_00000000', sha256(${team.id}::text::bytea), '{exports:read}', ${team.admin.memberId})`;
    const [sheet] = await sql<{ id: string }[]>`
      insert into public.sheets (org_id, name, spreadsheet_id, saved_by)
      values (${team.id}, 'a sheet', ${`sheet-${team.id}`}, ${team.admin.memberId}) returning id`;
    await sql`
      insert into public.sheet_runs (org_id, sheet_id, slot, is_scheduled, acting_member, state, finished_at)
      values (${team.id}, ${sheet?.id ?? ""}, now(), true, ${team.admin.memberId}, 'failed', now())`;
    await sql`
      insert into public.export_lines (org_id, export_id, position, source_id, order_id, line_id, "values", is_removed)
      values (${team.id}, ${exported?.id ?? ""}, 1, ${source?.id ?? ""}, ${order.id}, ${first}, '{}', false)`;
  });
  return team;
}
