import { z } from "zod";
import type { EntryWords } from "@/lib/audit/entry";

const text = z.string();
const optionalText = text.nullish();
const count = z.number();
const list = z.array(z.record(z.string(), z.unknown()));

const roles = z.object({ member: text, roles: z.array(text) });
const activity = z.object({ member: text, active: z.boolean() });
const named = z.object({ member: text });
const invitation = z.object({ email: text, roles: z.array(text) });
const mailbox = z.object({ fulfillment_email: optionalText });
const reason = z.object({ code: text, label: text, active: z.boolean(), position: count });
const rule = z.object({ kind: text, stage: text, is_locked: z.boolean() });
const formatList = z.array(z.object({ pattern: text }));
const formats = z.object({ order_number: formatList, sku: formatList, import_misfits: text });
const site = z.object({ code: text, name: text, ship_cutoff: text, time_zone: text });
const holidays = z.object({ site: text, days: list });
const deadlines = z.object({ remind_minutes: count, escalate_minutes: count, acknowledge_minutes: count.optional() });
const version = z.object({ version: count });
const round = z.object({
  round: count,
  reason_code: text,
  reason: text,
  base_version: count,
  changes: list,
  reverses: text.optional(),
});
const imported = z.looseObject({ version: count, import: count, stage: optionalText });
/** `rejected`: positions of changes that were left out; `on_behalf_of`: whom the approver stood in for. */
const decision = z.object({
  round: count,
  note: optionalText,
  version: count.optional(),
  on_behalf_of: text.optional(),
  basis: z.enum(["backup", "admin"]).optional(),
  rejected: z.array(count).optional(),
});
const stepApproval = decision.extend({ step: count, step_count: count, approvals: count, required: count });
const delegation = z.object({ from: text, to: text, starts_at: text, ends_at: text, note: optionalText });
const policy = z.object({ version: count, rules: list });
const group = z.object({ name: text, active: z.boolean(), members: z.array(text) });

const choices = z.record(z.string(), z.enum(["at_once", "digest", "none"]));
const held = z.object({ email: text, reason: z.enum(["bounced", "complained"]), detail: text });

const refusal = z.object({
  moment: z.enum(["submit", "decision", "reassign"]),
  outcome: z.enum(["refused", "stale", "conflict", "duplicate", "overlap"]),
  decision: z.enum(["approve", "reject", "return"]).optional(),
  reason: optionalText,
  note: optionalText,
  problems: list,
  changes: list.optional(),
});

/** What fulfillment marked: some lines, or without any the whole order. */
const markedLines = z.array(z.looseObject({ line: count, sku: text }));
const mark = z.object({ version: count, stage: text, lines: markedLines.optional(), order_stage: text.optional() });
const takenBack = z.object({
  version: count,
  stage: text,
  note: text,
  line: count.optional(),
  sku: text.optional(),
  order_stage: text.optional(),
});
const markRefusal = z.object({ stage: text, is_take_back: z.boolean().optional(), note: optionalText, problems: list });

const apiKey = z.looseObject({ name: text, scopes: z.array(text).optional() });
const sheet = z.looseObject({
  name: text,
  schedule: z.enum(["never", "hourly", "daily"]).optional(),
  hour: count.nullish(),
});

/** Imports and exports say what they counted; what they don't say is left out of the sentence. */
const run = z.looseObject({
  number: count.optional(),
  file_name: optionalText,
  scope: optionalText,
  rows: count.optional(),
});

const factsByAction = z.discriminatedUnion("action", [
  z.object({ action: z.literal("request.submitted"), after: round }),
  z.object({ action: z.literal("request.resubmitted"), after: round }),
  z.object({ action: z.literal("request.applied"), before: version, after: decision }),
  z.object({ action: z.literal("request.rejected"), after: decision }),
  z.object({ action: z.literal("request.returned"), after: decision }),
  z.object({ action: z.literal("request.step_approved"), after: stepApproval }),
  z.object({ action: z.literal("request.reassigned"), after: z.object({ to: text, note: optionalText }) }),
  z.object({
    action: z.literal("request.expired"),
    after: z.object({ why: z.enum(["cutoff_passed", "order_locked"]), due_at: optionalText, problems: list }),
  }),
  z.object({ action: z.literal("request.commented"), after: z.object({ body: text, mentioned: z.array(text) }) }),
  z.object({ action: z.literal("request.reminded"), after: z.object({ people: z.array(text), due_at: optionalText }) }),
  z.object({
    action: z.literal("request.escalated"),
    after: z.object({ people: z.array(text), due_at: optionalText }),
  }),
  z.object({
    action: z.literal("change.unacknowledged"),
    after: z.object({ people: z.array(text), due_at: optionalText }),
  }),
  z.object({ action: z.literal("deadlines.set"), before: deadlines, after: deadlines }),
  z.object({ action: z.literal("request.withdrawn"), after: z.unknown() }),
  z.object({ action: z.literal("change.acknowledged"), after: version }),
  z.object({ action: z.literal("order.changed"), before: version, after: version.extend({ changes: list }) }),
  z.object({ action: z.literal("order.marked"), before: version, after: mark }),
  z.object({
    action: z.literal("order.mark_taken_back"),
    before: z.object({ version: count, stage: text }),
    after: takenBack,
  }),
  z.object({ action: z.literal("order.mark_refused"), after: markRefusal }),
  z.object({ action: z.literal("order.imported"), before: z.looseObject({}).nullable(), after: z.looseObject({}) }),
  z.object({ action: z.literal("order.closed"), before: version, after: imported }),
  z.object({ action: z.literal("order.restored"), before: version, after: imported }),
  z.object({ action: z.literal("check.refused"), after: refusal }),
  z.object({ action: z.literal("organization.created"), after: z.object({ name: text }) }),
  z.object({ action: z.literal("organization.changed"), before: mailbox, after: mailbox }),
  z.object({ action: z.literal("member.roles_changed"), before: roles, after: roles }),
  z.object({ action: z.literal("member.deactivated"), after: activity }),
  z.object({ action: z.literal("member.reactivated"), after: activity }),
  z.object({ action: z.literal("member.left"), after: activity }),
  z.object({ action: z.literal("member.renamed"), before: named, after: named }),
  z.object({ action: z.literal("member.choices_changed"), after: choices }),
  z.object({ action: z.literal("mail.retried"), after: z.object({ email: text, is_anew: z.boolean() }) }),
  z.object({ action: z.literal("mail.all_retried"), after: z.object({ queued: count }) }),
  z.object({ action: z.literal("address.suppressed"), after: held }),
  z.object({ action: z.literal("address.cleared"), after: z.object({ email: text, mails: count }) }),
  z.object({ action: z.literal("digest.scheduled"), after: z.object({ time: text }) }),
  z.object({ action: z.literal("invitation.sent"), after: invitation }),
  z.object({ action: z.literal("invitation.resent"), after: invitation }),
  z.object({ action: z.literal("invitation.revoked"), after: invitation }),
  z.object({ action: z.literal("invitation.accepted"), after: invitation }),
  z.object({
    action: z.literal("status.mapped"),
    before: z.object({ stage: optionalText }),
    after: z.object({ word: text, stage: text, orders: count }),
  }),
  z.object({ action: z.literal("reason.saved"), before: reason.nullable(), after: reason }),
  z.object({ action: z.literal("formats.saved"), before: formats, after: formats }),
  z.object({ action: z.literal("site.saved"), before: site.nullable(), after: site }),
  z.object({ action: z.literal("site.removed"), before: site }),
  z.object({ action: z.literal("holidays.saved"), before: holidays, after: holidays }),
  z.object({
    action: z.literal("setup.applied"),
    after: version.extend({ orders: count, answered: z.array(text).nullable() }),
  }),
  z.object({ action: z.literal("setup.refused"), after: z.object({ problems: list }) }),
  z.object({ action: z.literal("lock_rule.set"), after: rule }),
  z.object({ action: z.literal("approval_policy.saved"), before: policy, after: policy }),
  z.object({ action: z.literal("approval_policy.refused"), after: z.object({ problems: list }) }),
  z.object({ action: z.literal("approver_group.saved"), before: group.nullable(), after: group }),
  z.object({ action: z.literal("approver_group.refused"), after: z.object({ name: text, problems: list }) }),
  z.object({ action: z.literal("delegation.saved"), after: delegation }),
  z.object({ action: z.literal("delegation.revoked"), after: delegation }),
  z.object({ action: z.literal("delegation.refused"), after: delegation.extend({ problems: list }) }),
  z.object({
    action: z.literal("lock_table.saved"),
    before: version,
    after: z.object({ version: count, restored_version: count.nullish(), changes: z.array(rule) }),
  }),
  z.object({ action: z.literal("import.committed"), after: run }),
  z.object({ action: z.literal("import.discarded"), after: run.nullable() }),
  z.object({
    action: z.literal("import.reading_restored"),
    after: z.looseObject({ version: z.number(), source: z.string() }),
  }),
  z.object({ action: z.literal("import.undone"), after: run }),
  z.object({ action: z.literal("export.created"), after: run }),
  z.object({ action: z.literal("api_key.created"), after: apiKey }),
  z.object({ action: z.literal("api_key.revoked"), after: apiKey }),
  z.object({ action: z.literal("sheet.saved"), before: sheet.nullable(), after: sheet }),
  z.object({ action: z.literal("sheet.removed"), after: sheet }),
]);

export type EntryFacts = z.infer<typeof factsByAction>;

/** Null for an action this version doesn't know, or facts of another shape: the trail outlives the code that reads it. */
export function readFacts({ action, before, after }: EntryWords): EntryFacts | null {
  const read = factsByAction.safeParse({ action, before, after });
  return read.success ? read.data : null;
}

/** Every action with words of its own, for the filter. */
export const knownActions: readonly string[] = factsByAction.options.map((option) => option.shape.action.value);
