import { z } from "zod";

/**
 * A structured payload (the changes of a request) that travels as one hidden form field. The size is checked before
 * parsing, so neither a long nor a deeply nested text gets to the parser.
 */
export function jsonField<Schema extends z.ZodType>(schema: Schema, maxLength = 100_000) {
  return z
    .string()
    .max(maxLength, "This is more than can be sent at once. Split it in two.")
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "The form arrived incomplete. Send it again." });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
