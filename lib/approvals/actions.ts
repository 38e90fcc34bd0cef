"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import type {
  RevokeDelegationOutcome,
  SaveDelegationOutcome,
  SaveGroupOutcome,
  SavePolicyOutcome,
  Simulation,
} from "@/lib/approvals/policy-outcome";
import {
  deadlinesSchema,
  revokeDelegationSchema,
  saveDelegationSchema,
  saveGroupSchema,
  savePolicySchema,
  simulatePolicySchema,
} from "@/lib/approvals/schema";
import { dayStart } from "@/lib/day-start";
import { deliverAfterResponse } from "@/lib/notifications/deliver-after";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";

/** Saves the next version of the rules; what is pending keeps the rule it was sent under. */
export const savePolicy = formAction(
  { role: "admin", schema: savePolicySchema },
  async ({ rules, expected_version, idempotency_key }, { db, org }): Promise<SavePolicyOutcome> => {
    const outcome: SavePolicyOutcome = await rpc(db, "save_approval_policy", {
      p_org: org.id,
      p_rules: rules,
      p_expected_version: expected_version,
      p_idempotency_key: idempotency_key,
    });
    // Refused too: the page brings the key for the next attempt, which will have other contents.
    revalidatePath(routes.approvalRules(org.slug));
    return outcome;
  },
);

/** What these rules would have done with the requests of the last 30 days. Saves nothing. */
export const simulatePolicy = formAction(
  { role: "admin", schema: simulatePolicySchema },
  async ({ rules }, { db, org }): Promise<Simulation> =>
    rpc(db, "simulate_approval_policy", { p_org: org.id, p_rules: rules }),
);

export const saveGroup = formAction(
  { role: "admin", schema: saveGroupSchema },
  async ({ group_id, name, member_ids, active, idempotency_key }, { db, org }): Promise<SaveGroupOutcome> => {
    const outcome: SaveGroupOutcome = await rpc(db, "save_approver_group", {
      // The generated types know no nullable arguments; null is a new group.
      p_group_id: (group_id || null) as string,
      p_org: org.id,
      p_name: name,
      p_member_ids: member_ids,
      p_active: active === "true",
      p_idempotency_key: idempotency_key,
    });
    // Refused too: the page brings the key for the next attempt, which will have other contents.
    revalidatePath(routes.approvalRules(org.slug));
    return outcome;
  },
);

/** For oneself, or by an admin for somebody absent. The command says who may. */
export const saveDelegation = formAction(
  { schema: saveDelegationSchema },
  async (input, { db, org }): Promise<SaveDelegationOutcome> => {
    const outcome: SaveDelegationOutcome = await rpc(db, "save_delegation", {
      p_org: org.id,
      p_from_member_id: (input.from_member_id || null) as string,
      p_to_member_id: input.to_member_id,
      p_starts_at: (input.first_day ? dayStart(input.first_day, org.timeZone) : null) as string,
      p_ends_at: dayStart(input.last_day, org.timeZone, 1),
      p_note: input.note,
      p_idempotency_key: input.idempotency_key,
    });
    if (outcome.outcome === "saved") deliverAfterResponse();
    revalidatePath(routes.profile(org.slug));
    revalidatePath(routes.approvalRules(org.slug));
    return outcome;
  },
);

/** How long before the cut-off people are reminded, and admins told. */
export const saveDeadlines = formAction(
  { role: "admin", schema: deadlinesSchema },
  async ({ remind_minutes, escalate_minutes, acknowledge_minutes }, { db, org }) => {
    await rpc(db, "set_deadline_rules", {
      p_org: org.id,
      p_remind_minutes: remind_minutes,
      p_escalate_minutes: escalate_minutes,
      p_acknowledge_minutes: acknowledge_minutes,
    });
    revalidatePath(routes.approvalRules(org.slug));
    return { remind_minutes, escalate_minutes, acknowledge_minutes };
  },
);

export const revokeDelegation = formAction(
  { schema: revokeDelegationSchema },
  async ({ delegation_id }, { db, org }): Promise<RevokeDelegationOutcome> => {
    const outcome: RevokeDelegationOutcome = await rpc(db, "revoke_delegation", { p_delegation_id: delegation_id });
    revalidatePath(routes.profile(org.slug));
    revalidatePath(routes.approvalRules(org.slug));
    return outcome;
  },
);
