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

/** What was typed or scanned off a slip. */
export const acknowledgeOrderSchema = z.strictObject({
  order_number: z
    .string()
    .trim()
    .min(1, "Type or scan an order number.")
    .max(64, "An order number has at most 64 characters."),
});
