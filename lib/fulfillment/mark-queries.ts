import "server-only";
import type { OrderMark } from "@/lib/fulfillment/order-mark";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** The marks of an order and its lines, the order's own first. */
export async function listMarks(db: Db, orgId: string, orderId: string): Promise<OrderMark[]> {
  return read(
    db
      .from("order_marks")
      .select("lineId:line_id, stage, by:marked_by, at:marked_at, isAhead:is_ahead, canBeTakenBack:can_be_taken_back")
      .eq("org_id", orgId)
      .eq("order_id", orderId)
      .order("line_id", { nullsFirst: true })
      .limit(1_000)
      .overrideTypes<OrderMark[], { merge: false }>(),
  );
}

/** The order's number as it is written, for one that was typed or scanned: in either case, with or without #. */
export async function findOrderNumber(db: Db, orgId: string, typed: string): Promise<string | null> {
  const plain = typed.replace(/^#+/, "");
  const spellings = [typed, typed.toUpperCase(), typed.toLowerCase(), `#${typed}`, plain];
  const rows = await read(
    db.from("orders").select("order_number").eq("org_id", orgId).in("order_number", spellings).order("order_number"),
  );
  const numbers = rows.map(({ order_number }) => order_number);
  return numbers.find((number) => number === typed) ?? numbers[0] ?? null;
}
