import { z } from "zod";
import { jsonField } from "@/lib/json-field";

const OLD_FORM = "Reload the page and decide on what it shows.";
/** One action decides so many requests at most. */
export const MAX_AT_ONCE = 200;
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

const hash = z.string().regex(/^[0-9a-f]{64}$/, OLD_FORM);
const position = z.coerce.number(OLD_FORM).int(OLD_FORM).min(1, OLD_FORM).max(100, OLD_FORM);

/** What an approver sends: the decision, and the version and content that were on screen. */
export const decisionSchema = z
  .strictObject({
    request_id: z.uuid(OLD_FORM),
    decision: z.enum(["approve", "reject", "return"], "Choose approve, reject or send back."),
    note,
    expected_version: z.coerce.number(OLD_FORM).int(OLD_FORM).min(1, OLD_FORM).max(LARGEST_VERSION, OLD_FORM),
    payload_hash: hash,
    /** Positions of changes that are rejected while the rest is approved. */
    rejected_changes: z.array(position).max(100, OLD_FORM).default([]),
    idempotency_key: z.uuid(OLD_FORM),
  })
  .refine(({ decision, rejected_changes }) => decision === "approve" || rejected_changes.length === 0, {
    path: ["rejected_changes"],
    error: OLD_FORM,
  })
  .refine(
    ({ decision, note, rejected_changes }) => note !== "" || (decision === "approve" && !rejected_changes.length),
    {
      path: ["note"],
      error: "Say why, so that the requester knows what to do next.",
    },
  );

const manyItem = z.strictObject({
  request_id: z.uuid(OLD_FORM),
  /** Only groups the items: decisions on one order are made one after the other. */
  order_id: z.uuid(OLD_FORM),
  expected_version: z.number(OLD_FORM).int(OLD_FORM).min(1, OLD_FORM).max(LARGEST_VERSION, OLD_FORM),
  payload_hash: hash,
});

/** One decision for many requests, each with the version and content that were on screen. */
export const manyDecisionsSchema = z
  .strictObject({
    items: jsonField(
      z
        .array(manyItem)
        .min(1, "Select at least one request.")
        .max(MAX_AT_ONCE, `Decide at most ${MAX_AT_ONCE} requests at once.`)
        .refine((items) => new Set(items.map(({ request_id }) => request_id)).size === items.length, OLD_FORM),
    ),
    decision: z.enum(["approve", "reject", "return"], "Choose approve, reject or send back."),
    note,
    idempotency_key: z.uuid(OLD_FORM),
  })
  .refine(({ decision, note }) => decision === "approve" || note !== "", {
    path: ["note"],
    error: "Say why, so that the requesters know what to do next.",
  });

/** What an approver or an admin sends to hand a request to somebody. */
export const reassignmentSchema = z.strictObject({
  request_id: z.uuid(OLD_FORM),
  member_id: z.uuid("Choose who should decide it."),
  note,
  idempotency_key: z.uuid(OLD_FORM),
});

/** What a requester sends to take a request back. */
export const withdrawalSchema = z.strictObject({
  request_id: z.uuid(OLD_FORM),
  idempotency_key: z.uuid(OLD_FORM),
});
