"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import { deliverAfterResponse } from "@/lib/notifications/deliver-after";
import type { ClearOutcome, RetryAllOutcome, RetryOutcome } from "@/lib/notifications/mail-outcome";
import { clearAddressSchema, digestTimeSchema, retryAllSchema, retrySchema } from "@/lib/notifications/schema";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";

/** Sends one mail again; what may have arrived already only with the person's yes. */
export const retryNotification = formAction(
  { role: "admin", schema: retrySchema },
  async ({ notification_id, may_arrive_twice }, { db, org }) => {
    const outcome: RetryOutcome = await rpc(db, "retry_notification", {
      p_org: org.id,
      p_notification_id: notification_id,
      p_may_arrive_twice: may_arrive_twice === "yes",
    });
    deliverAfterResponse();
    revalidatePath(routes.home(org.slug), "layout");
    return outcome;
  },
);

/** Sends everything again that was given up. */
export const retryDeadNotifications = formAction(
  { role: "admin", schema: retryAllSchema },
  async ({ may_arrive_twice }, { db, org }) => {
    const args = { p_org: org.id, p_may_arrive_twice: may_arrive_twice === "yes" };
    const outcome: RetryAllOutcome = await rpc(db, "retry_dead_notifications", args);
    deliverAfterResponse();
    revalidatePath(routes.home(org.slug), "layout");
    return outcome;
  },
);

/** Mail goes to the address again, and with it what was held, where the admin wants that. */
export const clearAddress = formAction(
  { role: "admin", schema: clearAddressSchema },
  async ({ email, send_held }, { db, org }) => {
    const args = { p_org: org.id, p_email: email, p_send_held: send_held === "yes" };
    const outcome: ClearOutcome = await rpc(db, "clear_address", args);
    deliverAfterResponse();
    revalidatePath(routes.home(org.slug), "layout");
    return outcome;
  },
);

export const setDigestTime = formAction({ role: "admin", schema: digestTimeSchema }, async ({ time }, { db, org }) => {
  await rpc(db, "set_digest_time", { p_org: org.id, p_time: time });
  revalidatePath(routes.notificationSettings(org.slug));
  return { time };
});
