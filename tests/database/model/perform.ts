import { randomUUID } from "node:crypto";
import type { Sent } from "./command.ts";
import { type Answer, callAs, changeOrder, type Lane, literal } from "./lane.ts";
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
    case "pick":
      await changeOrder(
        lane,
        `update public.orders set stage = '${command.isPicked ? "picked" : "open"}' where id = '${lane.orderId}'`,
      );
      return { outcome: "done" };
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

function wireChange(lane: Lane, { line, quantity }: Change) {
  return { kind: "set_quantity", line_id: lane.lineIds[line], quantity: String(quantity) };
}

function wireStep(lane: Lane, { named, required }: Step) {
  const members = named?.map((place) => lane.people[place]?.memberId);
  return { approvers: members ? { members } : { anyone: true }, required };
}
