import { z } from "zod";
import type { ChangeKind, ChangeView } from "@/lib/change-requests/change-view";

const kinds = [
  "set_quantity",
  "close_line",
  "remove_line",
  "add_line",
  "substitute_line",
  "set_line_date",
  "set_order_date",
  "set_ship_to",
  "set_ship_method",
  "cancel_order",
] as const satisfies readonly ChangeKind[];

const units = z.array(z.object({ uom: z.string().nullable(), quantity: z.string() }));
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.null(), units]));
const outcome = z.enum(["applied", "rejected"]).nullish();
const storedChange = z.object({ kind: z.enum(kinds), before: facts, after: facts, outcome });

/**
 * A change out of a frozen record (a mail's facts, an audit entry), which may be older than this code: null when it is
 * not a change as it is stored, such as one kept as it was sent.
 */
export function readChange(value: unknown): ChangeView | null {
  const read = storedChange.safeParse(value);
  return read.success ? (read.data as ChangeView) : null;
}
