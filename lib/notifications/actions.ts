"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/action";
import { choicesSchema, readAllSchema, readItemSchema } from "@/lib/notifications/schema";
import { writeMail } from "@/lib/notifications/write-mail";
import { routes } from "@/lib/routes";
import { read } from "@/lib/supabase/read";
import { rpc } from "@/lib/supabase/rpc";

/** What the person wants to hear by mail, per kind of event. */
export const setNotificationChoices = formAction({ schema: choicesSchema }, async (choices, { db, org }) => {
  const outcome: { outcome: "saved" | "unchanged" } = await rpc(db, "set_notification_choices", {
    p_org: org.id,
    p_choices: choices,
  });
  revalidatePath(routes.profile(org.slug));
  return outcome;
});

export const markRead = formAction({ schema: readItemSchema }, async ({ item_id }, { db, org }) => {
  await rpc(db, "mark_notifications_read", { p_org: org.id, p_item_id: item_id });
  revalidatePath(routes.home(org.slug), "layout");
});

/** All that was there when the list was made; what arrived since stays unread. */
export const markAllRead = formAction({ schema: readAllSchema }, async ({ until }, { db, org }) => {
  await rpc(db, "mark_notifications_read", { p_org: org.id, p_until: until });
  revalidatePath(routes.home(org.slug), "layout");
});

/** Marks it read and leads to what it is about; a link alone would be a GET, which changes nothing. */
export const openNotification = formAction({ schema: readItemSchema }, async ({ item_id }, { db, org }) => {
  await rpc(db, "mark_notifications_read", { p_org: org.id, p_item_id: item_id });
  const rows = await read(
    db.from("inbox_items").select("template, facts, created_at").eq("org_id", org.id).eq("id", item_id),
  );
  revalidatePath(routes.home(org.slug), "layout");
  redirect(linkOf(rows[0]) ?? routes.notifications(org.slug));
});

type Row = { template: Parameters<typeof writeMail>[0]; facts: unknown; created_at: string };

/** Only paths of our own come out: the facts name an organization and a request, and the routes make the address. */
function linkOf(row: Row | undefined): string | null {
  try {
    return row ? writeMail(row.template, row.facts, { createdAt: row.created_at, appUrl: "" }).link.href : null;
  } catch {
    // Facts of another version have no page to lead to.
    return null;
  }
}
