import { randomUUID } from "node:crypto";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, type Request, submitted } from "../../support/requests.ts";
import type { Team } from "../../support/team.ts";

/** The ids a call of each command needs. */
export type Scene = {
  org: string;
  order: string;
  version: number;
  line: string;
  pending: Request;
  returned: Request;
  member: string;
  import: string;
  source: string;
  invitation: string;
  /** A second approver. */
  approver: string;
  delegation: string;
  group: string;
  apiKey: string;
  sheet: string;
  deadMail: string;
  heldEmail: string;
};

/** An organization in which every command has something to act on. */
export async function setScene(team: Team): Promise<Scene> {
  const order = await createOrder(team.id, { lines: [{}, {}, {}] });
  const [line, second, third] = order.lines.map(({ id }) => id);
  if (!line || !second || !third) throw new Error("The order has three lines.");
  const pending = await submitted(team.requester, order, [{ kind: "remove_line", line_id: second }]);
  const returned = await submitted(team.requester, order, [{ kind: "remove_line", line_id: third }]);
  await decide(team.approver, returned, "return");
  const [row] = await superuser<{ id: string }[]>`
    insert into public.imports (org_id, number, file_name, file_bytes, row_count, format, header_key, created_by)
    values (${team.id}, 1, 'orders.csv', 100, 1, '{}', ${"0".repeat(64)}, ${team.admin.memberId}) returning id`;
  const [source] = await superuser<{ id: string }[]>`
    insert into public.import_sources (org_id, name, header_key, format, created_by)
    values (${team.id}, 'orders', ${"1".repeat(64)}, '{}', ${team.admin.memberId}) returning id`;
  await superuser`
    insert into public.import_source_versions (org_id, source_id, version, is_proposed, format, import_id, created_by)
    values (${team.id}, ${source?.id ?? ""}, 1, true, '{}', ${row?.id ?? ""}, ${team.admin.memberId})`;
  const [invitation] = await superuser<{ id: string }[]>`
    insert into public.invitations (org_id, email, roles, token_hash, invited_by)
    values (${team.id}, 'invited@example.test', '{requester}', sha256('1'), ${team.admin.memberId}) returning id`;
  const [delegation] = await superuser<{ id: string }[]>`
    insert into public.delegations (org_id, from_member, to_member, starts_at, ends_at, created_by)
    values (${team.id}, ${team.approver.memberId}, ${team.secondApprover.memberId}, now(), now() + interval '1 day', ${team.admin.memberId})
    returning id`;
  const [group] = await superuser<{ id: string }[]>`
    insert into public.approver_groups (org_id, name) values (${team.id}, 'Buyers') returning id`;
  const [apiKey] = await superuser<{ id: string }[]>`
    insert into public.api_keys (org_id, name, prefix, key_hash, scopes, created_by)
    values (${team.id}, 'a key', 'ocr_00000000', sha256(${randomUUID()}::text::bytea), '{exports:read}', ${team.admin.memberId}) returning id`;
  const [sheet] = await superuser<{ id: string }[]>`
    insert into public.sheets (org_id, name, spreadsheet_id, saved_by)
    values (${team.id}, 'a sheet', ${`sheet-${randomUUID()}`}, ${team.admin.memberId}) returning id`;
  const [mail] = await superuser<{ id: string }[]>`
    insert into public.notifications (org_id, event, template, recipient_email, facts, state)
    values (${team.id}, 'dead', 'request_applied', 'held@example.test', '{}', 'dead') returning id`;
  return {
    org: team.id,
    order: order.id,
    version: order.version,
    line,
    pending,
    returned,
    member: team.secondRequester.memberId,
    import: row?.id ?? "",
    source: source?.id ?? "",
    invitation: invitation?.id ?? "",
    approver: team.secondApprover.memberId,
    delegation: delegation?.id ?? "",
    group: group?.id ?? "",
    apiKey: apiKey?.id ?? "",
    sheet: sheet?.id ?? "",
    deadMail: mail?.id ?? "",
    heldEmail: "held@example.test",
  };
}

/** The same calls with ids that belong to nobody. */
export function imaginaryScene(): Scene {
  const request = { id: randomUUID(), reference: "CR-000001", hash: "a".repeat(64), version: 1 };
  return {
    org: randomUUID(),
    order: randomUUID(),
    version: 1,
    line: randomUUID(),
    pending: request,
    returned: { ...request, id: randomUUID() },
    member: randomUUID(),
    import: randomUUID(),
    source: randomUUID(),
    invitation: randomUUID(),
    approver: randomUUID(),
    delegation: randomUUID(),
    group: randomUUID(),
    apiKey: randomUUID(),
    sheet: randomUUID(),
    deadMail: randomUUID(),
    heldEmail: "held@example.test",
  };
}
