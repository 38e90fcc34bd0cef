import { z } from "zod";

/** What somebody says about a request, and whom they mean. */
export const commentSchema = z.strictObject({
  request_id: z.uuid("Reload the page and try again."),
  body: z
    .string()
    .max(10_000, "Use at most 2,000 characters.")
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1, "Write something first.").max(2000, "Use at most 2,000 characters.")),
  mentioned: z.array(z.uuid("Choose people from the list.")).max(20, "Mention at most 20 people.").default([]),
  idempotency_key: z.uuid("Reload the page and try again."),
});
