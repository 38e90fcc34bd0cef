"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import type { Gate } from "@/lib/auth/gate";
import { routes } from "@/lib/routes";
import { fulfillmentEmailSchema, mapWordSchema, rolesSchema, switchMemberSchema } from "@/lib/settings/schema";
import { saved } from "@/lib/settings/setting-outcome";
import { rpc } from "@/lib/supabase/rpc";

/** Moving the orders that carry a word takes a moment when there are many. */
const TIMEOUT_MS = 60_000;

export const mapStatusWord = formAction(
  { role: "admin", schema: mapWordSchema },
  async ({ word, stage }, { db, org }) => {
    const args = { p_org: org.id, p_word: word, p_stage: stage };
    const answer: { orders: number } = await rpc(db, "map_status", args, { timeoutMs: TIMEOUT_MS });
    revalidatePath(routes.statusWords(org.slug));
    return { moved: answer.orders };
  },
);

export const setFulfillmentEmail = formAction(
  { role: "admin", schema: fulfillmentEmailSchema },
  async ({ email }, { db, org }) => {
    await rpc(db, "set_fulfillment_email", { p_org: org.id, p_email: email });
    revalidatePath(routes.notificationSettings(org.slug));
    return { email };
  },
);

export const setRoles = formAction(
  { role: "admin", schema: rolesSchema },
  async ({ member_id, roles }, { db, org }) => {
    const outcome = await saved(() =>
      rpc(db, "set_member_roles", { p_org: org.id, p_member_id: member_id, p_roles: roles }),
    );
    revalidatePeople(org);
    return outcome;
  },
);

export const switchMember = formAction(
  { role: "admin", schema: switchMemberSchema },
  async ({ member_id, active }, { db, org }) => {
    const command = active === "true" ? "reactivate_member" : "deactivate_member";
    const outcome = await saved(() => rpc(db, command, { p_org: org.id, p_member_id: member_id }));
    revalidatePeople(org);
    return outcome;
  },
);

/** The whole frame: the person may be the one who is signed in, whose navigation follows their roles. */
function revalidatePeople(org: Gate["org"]): void {
  revalidatePath(routes.home(org.slug), "layout");
}
