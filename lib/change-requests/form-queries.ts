import "server-only";
import type { Format } from "@/lib/orders/format";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** The reasons a person can choose from, in the organization's own order. */
export async function listReasonOptions(db: Db, orgId: string): Promise<{ code: string; label: string }[]> {
  return read(
    db.from("reasons").select("code, label").eq("org_id", orgId).eq("active", true).order("position").order("label"),
  );
}

/** What a SKU has to look like here; none where anything will do. */
export async function listSkuFormats(db: Db, orgId: string): Promise<Format[]> {
  return read(db.from("formats").select("pattern, example").eq("org_id", orgId).eq("subject", "sku").order("position"));
}

export type OpenTarget = { target: string; requestId: string };

/** What pending requests hold on an order, as line × field: asking for the same would overlap. */
export async function listOpenTargets(db: Db, orgId: string, orderId: string): Promise<OpenTarget[]> {
  const rows = await read(
    db.from("open_targets").select("target, request_id").eq("org_id", orgId).eq("order_id", orderId).limit(1_000),
  );
  return rows.map(({ target, request_id }) => ({ target, requestId: request_id }));
}

/** The lines that an applied request added, in the order it named them. */
export async function listAddedLines(db: Db, orgId: string, requestId: string): Promise<string[]> {
  const rows = await read(
    db
      .from("order_lines")
      .select("id")
      .eq("org_id", orgId)
      .eq("added_by_request", requestId)
      .order("position")
      .limit(100),
  );
  return rows.map(({ id }) => id);
}

/** The code of the reason a request was sent with; the lists show its label only. */
export async function getReasonCode(db: Db, orgId: string, requestId: string): Promise<string> {
  const [row] = await read(db.from("change_requests").select("reason_code").eq("org_id", orgId).eq("id", requestId));
  return row?.reason_code ?? "";
}
