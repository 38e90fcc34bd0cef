import { changeDifference, daysWords } from "@/lib/change-requests/change-difference";
import type { ChangeFacts, ChangeKind, ChangeView } from "@/lib/change-requests/change-view";
import { formatDate } from "@/lib/dates";
import { formatMoney, formatMoneyDifference } from "@/lib/money";
import { formatQuantity, formatQuantityDifference, subtractQuantities } from "@/lib/quantity";

export type ChangeTone = "more" | "less" | "added" | "removed" | "replaced" | "moved";

/** A change in words: `line 3 · WIDGET-9` and `quantity 10 → 12 (+2, +$84.00)`. */
export type ChangeWords = {
  /** What is changed: a line by number and SKU, a new line, or the order. */
  subject: string;
  sentence: string;
  /** The one field that the change is about. */
  field: string;
  /** How it was; empty for a line that is new. An address keeps its lines, here and in `to`. */
  from: string;
  to: string;
  /** What moves, without brackets: "+2, +$84.00", "3 days later"; empty where nothing can be counted. */
  difference: string;
  tone: ChangeTone;
};

/** The words for a change, the same in pages, mails and the trail. `currency` is the order's. */
export function describeChange(change: ChangeView, currency: string): ChangeWords {
  return describers[change.kind](change, currency);
}

const describers = {
  set_quantity: describeQuantity,
  remove_line: describeRemoval,
  add_line: describeAddition,
  substitute_line: describeSubstitute,
  set_line_date: (change) => ({ subject: lineOf(change.before), ...describeDate(change, "ships", "with the order") }),
  close_line: describeClosing,
  set_ship_to: (change) => describeShipping("ship to", change.before.ship_to, change.after.ship_to),
  set_ship_method: (change) => describeShipping("ship method", change.before.ship_method, change.after.ship_method),
  cancel_order: describeCancelling,
  set_order_date: (change) => ({ subject: "whole order", ...describeDate(change, "ship date", "none") }),
} satisfies Record<ChangeKind, (change: ChangeView, currency: string) => ChangeWords>;

function describeQuantity(change: ChangeView, currency: string): ChangeWords {
  const { before, after } = change;
  const from = quantityText(before.quantity);
  const to = quantityText(after.quantity, before.uom);
  const difference = quantityAndMoney(change, currency);
  const isLess = changeDifference(change).quantity?.startsWith("-");
  return {
    subject: lineOf(before),
    sentence: `quantity ${from} → ${to}${inBrackets(difference)}`,
    field: "quantity",
    from,
    to,
    difference,
    tone: isLess ? "less" : "more",
  };
}

function describeRemoval(change: ChangeView, currency: string): ChangeWords {
  const from = quantityText(change.before.quantity, change.before.uom);
  const { amount } = changeDifference(change);
  const money = amount === null ? "" : formatMoneyDifference(amount, currency);
  return {
    subject: lineOf(change.before),
    sentence: `removed${inBrackets(list(from && `was ${from}`, money))}`,
    field: "line",
    from,
    to: "removed",
    difference: quantityAndMoney(change, currency),
    tone: "removed",
  };
}

function describeAddition(change: ChangeView, currency: string): ChangeWords {
  const { sku, quantity, uom, unit_price, requested_ship_date } = change.after;
  const to = `${quantityText(quantity, uom)} × ${sku}`;
  const price = unit_price == null ? "" : ` at ${formatMoney(unit_price, currency)}`;
  const ships = requested_ship_date ? `, ships ${formatDate(requested_ship_date)}` : "";
  return {
    subject: `new line · ${sku}`,
    sentence: `added: ${to}${price}${ships}`,
    field: "line",
    from: "",
    to,
    difference: quantityAndMoney(change, currency),
    tone: "added",
  };
}

/** One operation, however much of the line it touches. The line's price stays, so only a quantity moves money. */
function describeSubstitute(change: ChangeView, currency: string): ChangeWords {
  const { before, after } = change;
  const [from, to] = [before.sku ?? "", after.sku ?? ""];
  const moved = quantityAndMoney(change, currency);
  const quantities = `quantity ${quantityText(before.quantity)} → ${quantityText(after.quantity, before.uom)}`;
  const difference = moved && `${quantities}${inBrackets(moved)}`;
  const sentence = list(`${from} → ${to}`, difference);
  return { subject: lineOf(before), sentence, field: "SKU", from, to, difference, tone: "replaced" };
}

/** The rest of a line that the floor has begun with: its quantity comes down to what is picked. */
function describeClosing(change: ChangeView, currency: string): ChangeWords {
  const { before, after } = change;
  const { quantity, amount } = changeDifference(change);
  const rest = quantity === null ? "the rest" : `${quantityText(quantity.replace("-", ""))} open`;
  const picked = `${quantityText(after.quantity)} ${after.quantity === "1" ? "is" : "are"} picked`;
  const money = amount === null ? "" : formatMoneyDifference(amount, currency);
  return {
    subject: lineOf(before),
    sentence: `close ${rest} of ${quantityText(before.quantity, before.uom)}${inBrackets(list(picked, money))}`,
    field: "quantity",
    from: quantityText(before.quantity),
    to: `${quantityText(after.quantity, before.uom)}, the rest closed`,
    difference: quantityAndMoney(change, currency),
    tone: "less",
  };
}

/** What is written on the box. `from` and `to` keep the lines of an address, the sentence has them in one. */
function describeShipping(
  field: string,
  was: string | null | undefined,
  becomes: string | null | undefined,
): ChangeWords {
  const [from, to] = [was?.trim() || "none", becomes?.trim() || "none"];
  const sentence = `${field} ${inOneLine(from)} → ${inOneLine(to)}`;
  return { subject: "whole order", sentence, field, from, to, difference: "", tone: "moved" };
}

function describeCancelling(change: ChangeView, currency: string): ChangeWords {
  const { line_count, amount, unpriced } = change.before;
  const lines =
    line_count == null ? "" : `${line_count.toLocaleString("en-US")} ${line_count === 1 ? "line" : "lines"}`;
  const money = amount == null ? "" : formatMoney(amount, currency);
  const from = list(
    lines,
    money && unpriced ? `${money} without ${unpriced} that ${unpriced === 1 ? "has" : "have"} no price` : money,
  );
  return {
    subject: "whole order",
    sentence: `cancel the order${inBrackets(from)}`,
    field: "order",
    from,
    to: "cancelled",
    difference: amount == null ? "" : formatMoneyDifference(subtractQuantities("0", amount), currency),
    tone: "removed",
  };
}

function describeDate(change: ChangeView, label: string, withoutDate: string): Omit<ChangeWords, "subject"> {
  const [was, becomes] = [change.before.requested_ship_date, change.after.requested_ship_date ?? ""];
  const isSameYear = was?.slice(0, 4) === becomes.slice(0, 4);
  const from = was ? dayText(was, isSameYear) : withoutDate;
  const to = becomes ? dayText(becomes, isSameYear) : withoutDate;
  const { days } = changeDifference(change);
  const difference = days === null ? "" : daysWords(days);
  return {
    sentence: `${label} ${from} → ${to}${inBrackets(difference)}`,
    field: "ship date",
    from,
    to,
    difference,
    tone: "moved",
  };
}

function lineOf({ position, sku }: ChangeFacts): string {
  return [position == null ? "line" : `line ${position}`, sku].filter(Boolean).join(" · ");
}

function quantityAndMoney(change: ChangeView, currency: string): string {
  const { quantity, amount } = changeDifference(change);
  if (quantity === null || quantity === "0") return "";
  return list(formatQuantityDifference("0", quantity), amount === null ? "" : formatMoneyDifference(amount, currency));
}

function quantityText(quantity: string | null | undefined, uom?: string | null): string {
  return quantity == null ? "" : `${formatQuantity(quantity)}${uom ? ` ${uom}` : ""}`;
}

function inOneLine(text: string): string {
  return text.split(/\s*[\r\n]+\s*/).join(", ");
}

/** "Mon 14 Sep": the year only where the two days of a difference need it to be told apart. */
function dayText(date: string, isYearObvious: boolean): string {
  return isYearObvious ? formatDate(date).replace(/ \d{4}$/, "") : formatDate(date);
}

function list(...parts: string[]): string {
  return parts.filter(Boolean).join(", ");
}

function inBrackets(text: string): string {
  return text && ` (${text})`;
}
