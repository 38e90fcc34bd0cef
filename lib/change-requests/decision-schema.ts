import { z } from "zod";

const OLD_FORM = "Reload the page and decide on what it shows.";
const LARGEST_VERSION = 2_147_483_647;

/** Line breaks and tabs are fine; the rest comes from pasting out of other programs, and the database refuses it. */
const controlCharacters = /[^\P{Cc}\t\n\r]/u;

/** A browser sends every line break as two characters, which would count against the limit twice. */
const note = z
  .string()
  .max(10_000, "Use at most 2,000 characters.")
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(
    z
      .string()
      .max(2000, "Use at most 2,000 characters.")
      .refine(
        (text) => !controlCharacters.test(text),
        "Type the note again instead of pasting it: it holds hidden characters.",
      ),
  );

/** What an approver sends: the decision, and the version and content that were on screen. */
export const decisionSchema = z
  .strictObject({
    request_id: z.uuid(OLD_FORM),
    decision: z.enum(["approve", "reject", "return"], "Choose approve, reject or send back."),
    note,
    expected_version: z.coerce.number(OLD_FORM).int(OLD_FORM).min(1, OLD_FORM).max(LARGEST_VERSION, OLD_FORM),
    payload_hash: z.string().regex(/^[0-9a-f]{64}$/, OLD_FORM),
    idempotency_key: z.uuid(OLD_FORM),
  })
  .refine(({ decision, note }) => decision === "approve" || note !== "", {
    path: ["note"],
    error: "Say why, so that the requester knows what to do next.",
  });

/** What a requester sends to take a request back. */
export const withdrawalSchema = z.strictObject({
  request_id: z.uuid(OLD_FORM),
  idempotency_key: z.uuid(OLD_FORM),
});
