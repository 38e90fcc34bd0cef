import { type Problem, type ProblemCode, problemCodes } from "@/lib/change-requests/problem";
import { formatDate, isCalendarDate, relativeTime } from "@/lib/dates";
import { formatQuantity, isQuantity } from "@/lib/quantity";

/**
 * A refusal as a person reads it: what, why, and what to do next. `now` is for "12 minutes ago".
 * A code of another release gets a sentence too.
 */
export function describeProblem(problem: Problem, now: Date = new Date()): string {
  const toSentence = isKnown(problem.code) ? describers[problem.code] : describeUnknown;
  return toSentence(problem, now);
}

const describers = {
  order_locked: describeOrderLock,
  stage_locked: ({ kind, stage, ...facts }) =>
    `${sentenceStart(facts)} is ${stageWords(stage)}, and from that stage on your organization doesn't allow ${kindWords(kind)}. Ask fulfilment, or an admin to allow it.`,
  line_locked: ({ stage, ...facts }) =>
    `${sentenceStart(facts)} is ${stageWords(stage)}, so it can no longer be changed. Create a return or a new order instead.`,
  line_removed: (facts) => `${sentenceStart(facts)} is no longer on the order. Leave this change out.`,
  line_progress_unknown: (facts) =>
    `${sentenceStart(facts)}: the order is on the floor and nobody knows how much of this line is picked, so it stays locked. Ask fulfilment how far it is.`,
  line_started: ({ kind, floor, ...facts }) =>
    `${sentenceStart(facts)}: ${quantity(floor)} ${isOrAre(floor)} already picked, so it cannot be ${kind === "substitute_line" ? "substituted" : "removed"}. Lower the quantity to ${quantity(floor)} or create a return.`,
  below_floor: ({ floor, ordered, ...facts }) =>
    `${sentenceStart(facts)}: ${quantity(floor)} of ${quantity(ordered)} ${isOrAre(floor)} already picked, so it cannot go below ${quantity(floor)}. Create a return instead.`,
  date_in_past: ({ requested_ship_date, ...facts }) =>
    `${sentenceStart(facts)}: ${value(requested_ship_date)} has passed. Choose today or a later day.`,
  order_moved: ({ version, base_version, expected_version, updated_at }, now) =>
    `The order moved from version ${expected_version ?? base_version ?? "?"} to version ${version ?? "?"}${updated_at ? `,${ago(updated_at, now)}` : ""}. Nothing was written. Look at it once more, then send again.`,
  request_moved: ({ round }) =>
    `The request was changed and sent again${round ? ` (round ${round})` : ""} after this page was opened. Nothing was written. Reload the page and decide on what it asks for now.`,
  duplicate: ({ requested_by, reference, submitted_at }, now) =>
    `${requested_by ?? "Somebody"} already asked for exactly this${ago(submitted_at, now)} (${reference ?? "another request"}). Follow that request instead of sending it twice.`,
  overlap: ({ target, requested_by, reference, submitted_at, ...facts }, now) =>
    `${facts.line === undefined ? "" : `${sentenceStart(facts)}: `}${requested_by ?? "Somebody"} already asked to ${targetWords(target)}${ago(submitted_at, now)} (${reference ?? "another request"}). Wait for that decision or leave this change out.`,
  field_moved: ({ field, base, now: current, requested, ...facts }) =>
    `${sentenceStart(facts)}: the ${fieldWords(field)} was ${value(base)} when this was asked and is ${value(current)} now${requested == null ? "" : `; ${value(requested)} was asked for`}. Send it back so that it can be asked again, or reject it.`,
  nobody_can_decide: ({ rule, needed }) =>
    `${needed && needed > 1 ? `${needed} different people have to approve this` : "Somebody else has to approve this"}${rule ? ` (rule “${rule}”)` : ""}, and your organization has too few who could. Ask an admin to make somebody an approver, then send it again.`,
  member_cannot_decide: ({ member }) =>
    `${member ?? "This person"} cannot decide it: they wrote it, stand in for who did, approved it before, or are no approver. Choose somebody else.`,
} satisfies Record<ProblemCode, (problem: Problem, now: Date) => string>;

function describeOrderLock({ kind, stage, order_stage, status_word }: Problem): string {
  const where = order_stage ?? stage;
  const next = "Create a return or a new order instead.";
  if (where === "unknown") {
    const word = status_word
      ? `Nobody has said yet what the status word “${status_word}” means`
      : "The order has no status";
    return `${word}, so the order is locked. Ask an admin to map it under Settings.`;
  }
  if (where === "partially_shipped" && kind === "add_line")
    return `The order is partially shipped, so no line can be added. ${next}`;
  if (where === "partially_shipped")
    return "The order is partially shipped, so its ship date stays. Move the dates of the lines that are still open.";
  return `The order is ${stageWords(where)}, so nothing on it can be changed. ${next}`;
}

function describeUnknown(problem: Problem): string {
  return `${sentenceStart(problem)}: the check said no (${problem.code}). Nothing was written. Reload the page, and ask an admin if it stays.`;
}

function isKnown(code: string): code is ProblemCode {
  return problemCodes.some((known) => known === code);
}

/** "Line 2 · SKU-2", or the order when no line is named. */
function sentenceStart({ line, sku }: Problem): string {
  if (line === undefined) return sku ? `New line · ${sku}` : "The order";
  return sku ? `Line ${line} · ${sku}` : `Line ${line}`;
}

const kinds: Record<string, string> = {
  set_quantity: "another quantity",
  remove_line: "removing a line",
  add_line: "adding a line",
  substitute_line: "substituting a line",
  set_line_date: "another ship date",
  set_order_date: "another ship date",
};

function kindWords(kind: string | undefined): string {
  return kinds[kind ?? ""] ?? "this change";
}

function stageWords(stage: string | undefined): string {
  if (stage === "picking") return "being picked";
  return stage?.replaceAll("_", " ") ?? "locked";
}

function targetWords(target = ""): string {
  if (target.startsWith("add:")) return `add ${target.slice(4).toUpperCase()}`;
  if (target === "order:requested_ship_date") return "move the order's ship date";
  if (target.endsWith(":quantity")) return "change its quantity";
  if (target.endsWith(":requested_ship_date")) return "move its ship date";
  return "change it";
}

const fields: Record<string, string> = { quantity: "quantity", sku: "SKU", requested_ship_date: "ship date" };

function fieldWords(field: string | undefined): string {
  return fields[field ?? ""] ?? "value";
}

function value(text: string | null | undefined): string {
  if (text == null) return "empty";
  if (isCalendarDate(text)) return formatDate(text);
  return text;
}

function quantity(text: string | null | undefined): string {
  return text && isQuantity(text) ? formatQuantity(text) : "?";
}

function isOrAre(text: string | null | undefined): string {
  return quantity(text) === "1" ? "is" : "are";
}

function ago(timestamp: string | undefined, now: Date): string {
  return timestamp ? ` ${relativeTime(timestamp, now)}` : "";
}
