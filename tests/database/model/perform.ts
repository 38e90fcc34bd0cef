import { randomUUID } from "node:crypto";
import { decideEach } from "@/lib/change-requests/decide-many";
import type { DecideOutcome } from "@/lib/change-requests/decision-outcome";
import { ask } from "../../support/ask.ts";
import { begin, commitConfirmed, type FileRow, preview, stagedRows } from "../../support/imports.ts";
import type { Command, Sent } from "./command.ts";
import { type Answer, asTheRoute, callAs, changeOrder, type Lane, literal } from "./lane.ts";
import { rolesWith } from "./predict.ts";
import { type Change, policies, type Role, type Step } from "./world.ts";

/** What the labels of a history became in the database. */
export type Ids = {
  requests: Map<string, string>;
  /** By request and content: what an approver's page would hold. */
  hashes: Map<string, string>;
  delegations: Map<string, string>;
};

export const newIds = (): Ids => ({ requests: new Map(), hashes: new Map(), delegations: new Map() });

const key = () => literal(`model-${randomUUID()}`);
const contentOf = (label: string | null, changes: Change[]) => `${label} ${JSON.stringify(changes)}`;
const nobody = "null::uuid";

/** Does to the database what `predict` does to the world; answers the outcome, or the reason of a refusal. */
export async function perform(lane: Lane, ids: Ids, sent: Sent, roles: Role[][]): Promise<string> {
  const answer = await send(lane, ids, sent, roles);
  const { command, label } = sent;
  if (answer.request_id && (command.do === "submit" || command.do === "resubmit")) {
    const request = command.do === "submit" ? label : (sent.requestLabel ?? "");
    const isFiled = answer.outcome === "submitted" || answer.outcome === "refused";
    if (isFiled) ids.requests.set(request, String(answer.request_id));
    if (isFiled) ids.hashes.set(contentOf(request, command.changes), String(answer.payload_hash));
  }
  if (answer.delegation_id && command.do === "delegate") ids.delegations.set(label, String(answer.delegation_id));
  return String(answer.outcome);
}

/**
 * Several decisions in one form, by the function that the page uses. Each of `sent` learns which version it named in the end:
 * what the one before it wrote counts as seen.
 */
export async function performMany(lane: Lane, ids: Ids, sent: Sent[], roles: Role[][]): Promise<string[]> {
  const items = sent.map((one, index) => ({
    index,
    request_id: one.requestLabel ?? "",
    order_id: lane.orderId,
    expected_version: one.orderVersion,
    payload_hash: "",
  }));
  const results = await decideEach(
    items,
    async ({ index, expected_version }) => {
      const one = sent[index] as Sent;
      one.orderVersion = expected_version;
      return (await send(lane, ids, one, roles)) as unknown as DecideOutcome;
    },
    (error) => {
      throw error;
    },
  );
  return results.map(({ answer }) => answer.outcome);
}

async function send(lane: Lane, ids: Ids, sent: Sent, roles: Role[][]): Promise<Answer> {
  const { command } = sent;
  const member = (place: number) => `'${lane.people[place]?.memberId}'`;
  const org = `'${lane.org.id}'`;
  const request = `'${ids.requests.get(sent.requestLabel ?? "") ?? randomUUID()}'`;
  switch (command.do) {
    case "submit":
    case "resubmit":
      return callAs(lane, command.actor, `${command.do}_change_request`, {
        ...(command.do === "submit" ? { p_order_id: `'${lane.orderId}'` } : { p_request_id: request }),
        p_base_version: String(sent.orderVersion),
        p_changes: literal(command.changes.map((change) => wireChange(lane, change))),
        p_reason_code: "'other'",
        p_reason: "'They called'",
        p_idempotency_key: key(),
      });
    case "decide":
      return callAs(lane, command.actor, "decide_change_request", {
        p_request_id: request,
        p_decision: `'${command.decision}'`,
        p_note: "'Because'",
        p_expected_version: String(sent.orderVersion),
        p_payload_hash: `'${ids.hashes.get(contentOf(sent.requestLabel, sent.shown)) ?? "0".repeat(64)}'`,
        p_idempotency_key: key(),
        p_rejected_changes: `'{${command.rejected.join(",")}}'`,
      });
    case "withdraw":
      return callAs(lane, command.actor, "withdraw_change_request", {
        p_request_id: request,
        p_idempotency_key: key(),
      });
    case "reassign":
      return callAs(lane, command.actor, "reassign_request", {
        p_request_id: request,
        p_member_id: member(command.to),
        p_note: "null",
        p_idempotency_key: key(),
      });
    case "delegate":
      return callAs(lane, command.actor, "save_delegation", {
        p_org: org,
        p_from_member_id: member(command.from),
        p_to_member_id: member(command.to),
        p_starts_at: "null",
        p_ends_at: "now() + interval '1 day'",
        p_note: "null",
        p_idempotency_key: key(),
      });
    case "revoke": {
      const id = ids.delegations.get(sent.delegationLabel ?? "");
      return callAs(lane, command.actor, "revoke_delegation", { p_delegation_id: id ? `'${id}'` : nobody });
    }
    case "activate":
      return callAs(lane, command.actor, command.active ? "reactivate_member" : "deactivate_member", {
        p_org: org,
        p_member_id: member(command.target),
      });
    case "giveRole":
      return callAs(lane, command.actor, "set_member_roles", {
        p_org: org,
        p_member_id: member(command.target),
        p_roles: `'{${rolesWith(roles[command.target] ?? [], command.isApprover).join(",")}}'`,
      });
    case "savePolicy":
      return callAs(lane, command.actor, "save_approval_policy", {
        p_org: org,
        p_rules: literal(
          (policies[command.policy] ?? []).map((rule) => ({
            id: rule.id,
            name: rule.id,
            conditions: rule.least > 0 ? { quantity: String(rule.least) } : {},
            steps: rule.steps.map((step) => wireStep(lane, step)),
          })),
        ),
        p_expected_version: String(sent.policyVersion),
        p_idempotency_key: key(),
      });
    case "bulk":
      throw new Error("A bulk decision is sent request by request.");
    case "import":
      return importFile(lane, command, sent.quantities);
    case "pass":
      return asTheRoute(
        lane,
        `with late as (
          update public.change_requests set due_at = now() - interval '1 minute' where id = ${request} and status = 'pending'
        ) select '{"outcome": "done"}'::jsonb as answer`,
      );
    case "settle":
      return asTheRoute(lane, `select public.settle_due_request(${request}) as answer`);
    case "mark":
      return callAs(lane, command.actor, "mark_progress", {
        p_order_id: `'${lane.orderId}'`,
        p_line_ids: "null",
        p_stage: "'picked'",
        p_idempotency_key: key(),
      });
    case "takeBack":
      return callAs(lane, command.actor, "take_back_mark", {
        p_order_id: `'${lane.orderId}'`,
        p_line_id: nobody,
        p_note: "'The wrong pallet'",
        p_idempotency_key: key(),
      });
    case "move":
      await changeOrder(
        lane,
        `update public.order_lines set quantity_ordered = ${command.quantity} where id = '${lane.lineIds[command.line]}'`,
      );
      return { outcome: "done" };
  }
}

const columns = ["order", "line", "sku", "qty", "status"] satisfies (keyof FileRow)[];

/** A file of the order as it was on screen, but for one quantity and how far it is. */
async function importFile(
  lane: Lane,
  { actor, isPicked, line, quantity }: Extract<Command, { do: "import" }>,
  quantities: number[],
): Promise<Answer> {
  const org = { ...lane.org, admin: lane.people[actor] ?? lane.org.admin };
  const rows: FileRow[] = lane.lineIds.map((_, index) => ({
    order: lane.orderNumber,
    line: String(index + 1),
    sku: `WIDGET-${index + 1}`,
    qty: String(index === line ? quantity : quantities[index]),
    status: isPicked ? "Picked" : "Open",
  }));
  const begun = await begin(org, rows, { columns });
  if (begun.outcome !== "staging") return { outcome: begun.reason };
  const importId = begun.import_id;
  await ask(org.admin.userId, "stage_import_rows", { p_import_id: importId, p_rows: stagedRows(rows, columns) });
  // What moves between the preview and the commit is compared again, and a person looks again.
  for (let attempt = 1; ; attempt++) {
    const { confirmations } = await preview(org, String(importId));
    try {
      return await commitConfirmed(
        org,
        String(importId),
        confirmations.map(({ code }) => code),
      );
    } catch (error) {
      if (attempt > 5 || !String(error).includes("import_moved")) throw error;
    }
  }
}

function wireChange(lane: Lane, { line, quantity }: Change) {
  return { kind: "set_quantity", line_id: lane.lineIds[line], quantity: String(quantity) };
}

function wireStep(lane: Lane, { named, required }: Step) {
  const members = named?.map((place) => lane.people[place]?.memberId);
  return { approvers: members ? { members } : { anyone: true }, required };
}
