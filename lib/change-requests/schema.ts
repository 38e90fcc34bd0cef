import { z } from "zod";
import {
  decimalProblem,
  linesProblem,
  lineTextProblem,
  MAX_CHANGES,
  MAX_DESCRIPTION,
  MAX_REASON,
  MAX_SHIP_METHOD,
  MAX_SHIP_TO,
  MAX_SKU,
  MAX_UOM,
  quantityProblem,
} from "@/lib/change-requests/typed-text";
import { isCalendarDate } from "@/lib/dates";
import { jsonField } from "@/lib/json-field";

const quantityText = typed(quantityProblem);
const priceText = typed(decimalProblem);
const dayText = z.string().trim().refine(isCalendarDate, "Use a day that exists.");
const oneLine = (max: number) => typed((text) => lineTextProblem(text, max));

function typed(problem: (text: string) => string | null) {
  return z
    .string()
    .trim()
    .superRefine((text, context) => {
      const message = problem(text);
      if (message) context.addIssue({ code: "custom", message });
    });
}

const lineId = z.uuid();

/** One change as it travels; null empties what an undone change filled in. The database parses the same form again, to the letter. */
const wireChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set_quantity"), line_id: lineId, quantity: quantityText }),
  z.strictObject({ kind: z.literal("remove_line"), line_id: lineId }),
  z.strictObject({
    kind: z.literal("add_line"),
    sku: oneLine(MAX_SKU),
    quantity: quantityText,
    description: oneLine(MAX_DESCRIPTION).optional(),
    uom: oneLine(MAX_UOM).optional(),
    unit_price: priceText.optional(),
    requested_ship_date: dayText.optional(),
  }),
  z.strictObject({
    kind: z.literal("substitute_line"),
    line_id: lineId,
    sku: oneLine(MAX_SKU),
    quantity: quantityText.optional(),
    description: oneLine(MAX_DESCRIPTION).optional(),
  }),
  z.strictObject({ kind: z.literal("set_line_date"), line_id: lineId, requested_ship_date: dayText.nullable() }),
  z.strictObject({ kind: z.literal("set_order_date"), requested_ship_date: dayText.nullable() }),
  z.strictObject({ kind: z.literal("close_line"), line_id: lineId }),
  z.strictObject({
    kind: z.literal("set_ship_to"),
    ship_to: typed((text) => linesProblem(text, MAX_SHIP_TO)).nullable(),
  }),
  z.strictObject({ kind: z.literal("set_ship_method"), ship_method: oneLine(MAX_SHIP_METHOD).nullable() }),
  z.strictObject({ kind: z.literal("cancel_order") }),
]);

export type WireChange = z.infer<typeof wireChange>;

const round = {
  base_version: z.coerce.number().int().positive(),
  changes: jsonField(
    z
      .array(wireChange)
      .min(1, "Nothing is changed yet. Change a line or a date first.")
      .max(MAX_CHANGES, `A request holds at most ${MAX_CHANGES} changes. Split it into several.`),
  ),
  reason_code: z.string().min(1, "Choose a reason.").max(40),
  reason: z
    .string()
    .trim()
    .min(1, "Say why in a few words: the approver reads it.")
    .max(MAX_REASON, `Use at most ${MAX_REASON.toLocaleString("en-US")} characters.`),
  idempotency_key: z.string().min(8).max(200),
};

export const submitSchema = z.strictObject({ order_id: z.uuid(), reverses: z.uuid().optional(), ...round });
export const resubmitSchema = z.strictObject({ request_id: z.uuid(), ...round });
