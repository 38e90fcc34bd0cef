import { z } from "zod";

/** What is ticked on the list. */
export const acknowledgeChangesSchema = z.strictObject({
  request_ids: z
    .array(z.uuid("Reload the page and choose again."))
    .min(1, "Tick at least one change.")
    .max(200, "Tick at most 200 changes at a time.")
    .default([])
    .refine((ids) => ids.length > 0, "Tick at least one change."),
});

/** How far fulfillment says an order or some of its lines are. */
export const markSchema = z
  .strictObject({
    order_id: z.uuid(),
    scope: z.enum(["order", "lines"], "Choose the whole order or its lines."),
    line_ids: z
      .array(z.uuid("Reload the page and choose again."))
      .max(500, "Tick at most 500 lines at a time.")
      .default([]),
    stage: z.enum(["picked", "packed", "shipped"], "Choose picked, packed or shipped."),
    idempotency_key: z.string().min(8).max(200),
  })
  .refine(({ scope, line_ids }) => scope === "order" || line_ids.length > 0, {
    path: ["line_ids"],
    message: "Tick at least one line, or choose the whole order.",
  });

export const takeBackSchema = z.strictObject({
  order_id: z.uuid(),
  line_id: z.uuid().optional(),
  note: z.string().trim().min(1, "Say why: it stays in the trail.").max(2000, "Use at most 2,000 characters."),
  idempotency_key: z.string().min(8).max(200),
});

/** What was typed or scanned off a slip. */
export const acknowledgeOrderSchema = z.strictObject({
  order_number: z
    .string()
    .trim()
    .min(1, "Type or scan an order number.")
    .max(64, "An order number has at most 64 characters."),
});
