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
    `${sentenceStart(facts)} is ${stageWords(stage)}, and from that stage on your organization doesn't allow ${kindWords(kind)}. Ask fulfillment, or an admin to allow it.`,
  line_locked: ({ stage, ...facts }) =>
    `${sentenceStart(facts)} is ${stageWords(stage)}, so it can no longer be changed. Create a return or a new order instead.`,
  line_removed: (facts) => `${sentenceStart(facts)} is no longer on the order. Leave this change out.`,
  line_progress_unknown: (facts) =>
    `${sentenceStart(facts)}: the order is on the floor and nobody knows how much of this line is picked, so it stays locked. Ask fulfillment how far it is.`,
  line_started: ({ kind, floor, ...facts }) =>
    `${sentenceStart(facts)}: ${quantity(floor)} ${isOrAre(floor)} already picked, so it cannot be ${kind === "substitute_line" ? "substituted" : "removed"}. Lower the quantity to ${quantity(floor)} or create a return.`,
  line_not_started: (facts) =>
    `${sentenceStart(facts)}: nothing of it is picked, so there is no rest to close. Remove the line instead.`,
  order_started: () =>
    "Something on the order is already picked, packed, shipped or invoiced, so it cannot be cancelled as a whole. Close the rest of the lines that are begun and remove the others.",
  order_packed: ({ kind }) =>
    `A part of the order is already packed or has left, so ${kind === "set_ship_method" ? "its ship method" : "its address"} stays. Call the warehouse, or sort it out with the carrier.`,
  order_progress_unknown: ({ kind }) =>
    kind === "cancel_order"
      ? "Nobody says of every line how much of it is picked, so the order cannot be cancelled as a whole. Ask fulfillment how far it is."
      : "A line has a status nobody has given a meaning, so it may already be packed. Ask an admin to map it under Settings.",
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
  undone_already: ({ requested_by, reference, submitted_at }, now) =>
    `${requested_by ?? "Somebody"} already asked to undo this${ago(submitted_at, now)} (${reference ?? "another request"}). Follow that request instead.`,
  overlap: ({ kind, target, requested_by, reference, submitted_at, ...facts }, now) =>
    kind === "cancel_order" && target !== "order:*"
      ? `${requested_by ?? "Somebody"} already asked for a change to this order${ago(submitted_at, now)} (${reference ?? "another request"}). Wait for that decision, or have it withdrawn first.`
      : `${facts.line === undefined ? "" : `${sentenceStart(facts)}: `}${requested_by ?? "Somebody"} already asked to ${targetWords(target)}${ago(submitted_at, now)} (${reference ?? "another request"}). Wait for that decision or leave this change out.`,
  field_moved: ({ field, base, now: current, requested, ...facts }) =>
    `${sentenceStart(facts)}: the ${fieldWords(field)} was ${value(base)} when this was asked and is ${value(current)} now${requested == null ? "" : `; ${value(requested)} was asked for`}. Send it back so that it can be asked again, or reject it.`,
  nobody_can_decide: ({ rule, needed }) =>
    `${needed && needed > 1 ? `${needed} different people have to approve this` : "Somebody else has to approve this"}${rule ? ` (rule “${rule}”)` : ""}, and your organization has too few who could. Ask an admin to make somebody an approver, then send it again.`,
  member_cannot_decide: ({ member }) =>
    `${member ?? "This person"} cannot decide it: they wrote it, stand in for who did, approved it before, or are no approver. Choose somebody else.`,
  not_to_be_shipped: ({ stage, ...facts }) =>
    `${sentenceStart(facts)} is ${stageWords(stage)} and must not ship. Put it back, and ask the office if in doubt.`,
  source_shipped: ({ stage, ...facts }) =>
    `${sentenceStart(facts)} is ${stageWords(stage)} according to the order system, so the mark stays. If that is wrong, correct it there.`,
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
  if (where === "partially_shipped" && kind === "cancel_order")
    return "The order is partially shipped, so it cannot be cancelled as a whole. Close the rest of its lines instead.";
  if (where === "partially_shipped" && (kind === "set_ship_to" || kind === "set_ship_method"))
    return "A part of the order has shipped, so its address and ship method stay. Call the warehouse if the rest has to go elsewhere.";
  if (where === "picked") return `The order is picked, so its lines and dates can no longer be changed. ${next}`;
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
  close_line: "closing the rest of a line",
  set_ship_to: "another address",
  set_ship_method: "another ship method",
  cancel_order: "cancelling the order",
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
  if (target === "order:ship_to") return "change the order's address";
  if (target === "order:ship_method") return "change the order's ship method";
  if (target === "order:*") return "cancel the whole order";
  if (target.endsWith(":quantity")) return "change its quantity";
  if (target.endsWith(":requested_ship_date")) return "move its ship date";
  return "change it";
}

const fields: Record<string, string> = {
  quantity: "quantity",
  sku: "SKU",
  requested_ship_date: "ship date",
  ship_to: "address",
  ship_method: "ship method",
  floor: "picked quantity",
  line_count: "number of lines",
  amount: "value",
};

function fieldWords(field: string | undefined): string {
  return fields[field ?? ""] ?? "value";
}

function value(fact: string | number | null | undefined): string {
  if (fact == null) return "empty";
  const text = String(fact);
  if (isCalendarDate(text)) return formatDate(text);
  return text.split(/\s*[\r\n]+\s*/).join(", ");
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
