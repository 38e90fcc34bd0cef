import { z } from "zod";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { movedSchema } from "@/lib/change-requests/describe-moved";
import type { Problem } from "@/lib/change-requests/problem";
import { readChange } from "@/lib/change-requests/read-change";

const text = z.string();
const optionalText = z.string().nullable();

const schema = z.object({
  organization: text,
  slug: text,
  reference: text,
  round: z.number(),
  order_number: text,
  customer: text,
  customer_po: optionalText,
  currency: text,
  requested_ship_date: optionalText,
  version: z.number(),
  requester: text,
  reason: text,
  reason_label: text,
  decider: optionalText,
  /** Whom the decider stood in for. Mails of earlier releases don't say. */
  decided_for: optionalText.default(null),
  note: optionalText,
  step: z.number().default(1),
  step_count: z.number().default(1),
  approvals: z.array(z.object({ step: z.number(), by: text, for: optionalText })).default([]),
  /** Only in mail about the deadline: until when, in which zone, and why it ended. */
  due_at: optionalText.optional(),
  time_zone: text.optional(),
  why: z.enum(["cutoff_passed", "order_locked"]).optional(),
  /** Only in mail about a comment. */
  commenter: text.optional(),
  comment: text.optional(),
  /** Only where it was handed over. */
  assigned_by: text.optional(),
  /** Only where an import, its undoing or a mark (without a number) changed what the request asks about. */
  import: z.number().optional(),
  is_undo: z.boolean().default(false),
  by: text.optional(),
  moved: movedSchema.default([]),
  problems: z.array(z.looseObject({ code: text })).transform((problems) => problems as Problem[]),
  changes: z
    .array(z.unknown())
    .transform((changes) => changes.map(readChange).filter((change): change is ChangeView => change !== null)),
});

/** What a mail about a request tells, frozen in the transaction of the event: `private.request_facts` in the database. */
export type RequestFacts = z.infer<typeof schema>;

/** Throws on facts of another shape: such a mail cannot be written, and a person has to look at it. */
export function readRequestFacts(facts: unknown): RequestFacts {
  return schema.parse(facts);
}
