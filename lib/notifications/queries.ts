import "server-only";
import { type InboxSearch, ITEMS_PER_PAGE } from "@/lib/notifications/inbox-search";
import type { MailContent } from "@/lib/notifications/mail-content";
import type { NotificationChoice, Template } from "@/lib/notifications/template";
import { writeMail } from "@/lib/notifications/write-mail";
import { read, readPage } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** One thing a member was told, in the words of its mail. */
export type InboxItem = {
  id: string;
  template: Template;
  createdAt: string;
  readAt: string | null;
  /** Null where this version cannot read the facts any more. */
  mail: MailContent | null;
};

/** A page of what the caller was told, the newest first. Row-level security shows nobody else's. */
export async function listInbox(
  db: Db,
  orgId: string,
  memberId: string,
  { isUnreadOnly, template, page }: InboxSearch,
): Promise<{ rows: InboxItem[]; total: number }> {
  let query = db
    .from("inbox_items")
    .select("id, template, facts, created_at, read_at", { count: "exact" })
    .eq("org_id", orgId)
    .eq("member_id", memberId);
  if (isUnreadOnly) query = query.is("read_at", null);
  if (template) query = query.eq("template", template);
  const start = (page - 1) * ITEMS_PER_PAGE;
  const { rows, total } = await readPage(
    query
      .order("created_at", { ascending: false })
      .order("id")
      .range(start, start + ITEMS_PER_PAGE - 1),
  );
  return {
    rows: rows.map(({ id, template, facts, created_at, read_at }) => ({
      id,
      template,
      createdAt: created_at,
      readAt: read_at,
      mail: readable(template, facts, created_at),
    })),
    total,
  };
}

/** How many of them the caller has not read: asked on every page, so it has an index of its own. */
export async function countUnread(db: Db, orgId: string, memberId: string): Promise<number> {
  const { total } = await readPage(
    db
      .from("inbox_items")
      .select("id", { count: "exact", head: true })
      .eq("org_id", orgId)
      .eq("member_id", memberId)
      .is("read_at", null),
  );
  return total;
}

/** When the newest of them came; null while there is none. By the database's clock, like all its times. */
export async function getNewestItemTime(db: Db, orgId: string, memberId: string): Promise<string | null> {
  const rows = await read(
    db
      .from("inbox_items")
      .select("created_at")
      .eq("org_id", orgId)
      .eq("member_id", memberId)
      .order("created_at", { ascending: false })
      .limit(1),
  );
  return rows[0]?.created_at ?? null;
}

/** What the caller chose; what is missing is told at once. */
export async function getChoices(
  db: Db,
  orgId: string,
  memberId: string,
): Promise<Partial<Record<Template, NotificationChoice>>> {
  const rows = await read(
    db.from("notification_choices").select("template, choice").eq("org_id", orgId).eq("member_id", memberId),
  );
  return Object.fromEntries(rows.map(({ template, choice }) => [template, choice]));
}

/** When the morning digest leaves, "07:00" in the organization's time zone. */
export async function getDigestTime(db: Db, orgId: string): Promise<string> {
  const rows = await read(db.from("organizations").select("digest_at").eq("id", orgId));
  return (rows[0]?.digest_at ?? "07:00").slice(0, 5);
}

function readable(template: Template, facts: unknown, createdAt: string): MailContent | null {
  try {
    return writeMail(template, facts, { createdAt, appUrl: "" });
  } catch {
    // The list shows that something was told; what exactly, an older version knew.
    return null;
  }
}
