import type { AddedLine, ChangeDraft, LineEdit } from "@/lib/change-requests/change-draft";
import type { ChangeView } from "@/lib/change-requests/change-view";
import {
  ask,
  complain,
  type DraftProblem,
  type DraftReading,
  dateProblem,
  type Place,
} from "@/lib/change-requests/draft-reading";
import { readCancelling, readOrderDate, readShipping } from "@/lib/change-requests/read-order-edits";
import {
  decimalProblem,
  lineTextProblem,
  MAX_CHANGES,
  MAX_DESCRIPTION,
  MAX_SKU,
  MAX_UOM,
  quantityProblem,
} from "@/lib/change-requests/typed-text";
import { type Format, fitsFormats } from "@/lib/orders/format";
import { formatsSentence } from "@/lib/orders/format-words";
import { floorWord, lockSentence } from "@/lib/orders/lock-sentences";
import type { LockCode, Order, OrderLine } from "@/lib/orders/order-view";
import { compareQuantities, formatQuantity, normalizeQuantity } from "@/lib/quantity";

/**
 * A draft against the order as it is now: the changes it asks for, in the order of the form, and what is wrong with it.
 * What was typed but changes nothing is left out. The database judges everything again.
 */
export function readDraft(
  draft: ChangeDraft,
  order: Order,
  today: string,
  skuFormats: readonly Format[] = [],
): DraftReading {
  const reading: DraftReading = { changes: [], views: [], places: [], problems: [] };
  // Cancelling is a request of its own; what else was typed is kept behind it.
  if (draft.isCancelled) {
    readCancelling(reading, order);
    return reading;
  }
  readOrderDate(reading, draft, order, today);
  readShipping(reading, draft, order);
  for (const line of order.lines) {
    const edit = draft.lines[line.id];
    if (edit) readLine(reading, line, edit, today, skuFormats);
  }
  readAddedLines(reading, draft.added, order, today, skuFormats);
  if (reading.changes.length > MAX_CHANGES) {
    const sentence = `A request holds at most ${MAX_CHANGES} changes, these are ${reading.changes.length}. Split them into several.`;
    reading.problems.push({ row: "order", field: "line", sentence });
  }
  return reading;
}

function readLine(
  reading: DraftReading,
  line: OrderLine,
  edit: LineEdit,
  today: string,
  skuFormats: readonly Format[],
) {
  const place = (field: Place["field"]): Place => ({ row: line.id, field });
  const before = factsOf(line);
  if (edit.isRemoved) {
    if (line.locks.remove_line) return complain(reading, place("line"), lockSentence(line.locks.remove_line, line));
    return ask(reading, place("line"), before, { kind: "remove_line", line_id: line.id });
  }
  if (edit.isClosed) {
    if (line.locks.close_line) complain(reading, place("quantity"), lockSentence(line.locks.close_line, line));
    else
      ask(
        reading,
        place("quantity"),
        { ...before, floor: line.floor },
        { kind: "close_line", line_id: line.id },
        { quantity: line.floor },
      );
    return readLineDate(reading, line, edit, today);
  }
  const quantity = readQuantity(reading, line, edit);
  const sku = edit.sku?.trim();
  if (edit.sku !== undefined && sku !== line.sku) readSubstitute(reading, line, edit, quantity, skuFormats);
  else if (quantity !== null)
    ask(reading, place("quantity"), before, { kind: "set_quantity", line_id: line.id, quantity });
  readLineDate(reading, line, edit, today);
}

function readLineDate(reading: DraftReading, line: OrderLine, edit: LineEdit, today: string) {
  const place: Place = { row: line.id, field: "date" };
  if (edit.date === undefined || edit.date === "" || edit.date === line.requestedShipDate) return;
  const wrong = locked(line.locks.set_line_date, line) ?? (edit.date === null ? null : dateProblem(edit.date, today));
  if (wrong) return complain(reading, place, wrong);
  ask(reading, place, factsOf(line), { kind: "set_line_date", line_id: line.id, requested_ship_date: edit.date });
}

/** The new quantity, or null when there is none to ask for. */
function readQuantity(reading: DraftReading, line: OrderLine, edit: LineEdit): string | null {
  if (edit.quantity === undefined) return null;
  const place: Place = { row: line.id, field: "quantity" };
  const typed = edit.quantity.trim();
  if (/^0+(\.0+)?$/.test(typed) && line.ordered !== "0") {
    complain(
      reading,
      place,
      line.locks.remove_line
        ? (quantityHint(line) ?? "Use a number above zero.")
        : "To take the line off the order, remove it.",
    );
    return null;
  }
  const notANumber = typed === "" ? "Enter a quantity, or put it back." : quantityProblem(typed);
  if (notANumber) {
    complain(reading, place, notANumber);
    return null;
  }
  const quantity = normalizeQuantity(typed);
  if (compareQuantities(quantity, line.ordered) === 0) return null;
  const lock = edit.sku === undefined ? line.locks.set_quantity : line.locks.substitute_line;
  const wrong = locked(lock, line) ?? (compareQuantities(quantity, line.floor) < 0 ? quantityHint(line) : null);
  if (!wrong) return quantity;
  complain(reading, place, wrong);
  return null;
}

function quantityHint(line: OrderLine): string | null {
  if (compareQuantities(line.floor, "0") === 0) return null;
  const floor = formatQuantity(line.floor);
  return `${floor} ${line.floor === "1" ? "is" : "are"} already ${floorWord(line)}, so not below ${floor}. Create a return instead.`;
}

function readSubstitute(
  reading: DraftReading,
  line: OrderLine,
  edit: LineEdit,
  quantity: string | null,
  skuFormats: readonly Format[],
) {
  const place: Place = { row: line.id, field: "sku" };
  const wrong =
    locked(line.locks.substitute_line, line) ??
    textProblem(edit.sku ?? "", MAX_SKU, "Enter the SKU to send instead, or take the substitution back.") ??
    shapeProblem(edit.sku ?? "", skuFormats);
  if (wrong) return complain(reading, place, wrong);
  const description = edit.description?.trim();
  const wrongDescription = description && textProblem(description, MAX_DESCRIPTION, "");
  if (wrongDescription) return complain(reading, { row: line.id, field: "description" }, wrongDescription);
  ask(reading, place, factsOf(line), {
    kind: "substitute_line",
    line_id: line.id,
    sku: (edit.sku ?? "").trim(),
    ...(quantity !== null && { quantity }),
    ...(description && { description }),
  });
}

function readAddedLines(
  reading: DraftReading,
  added: readonly AddedLine[],
  order: Order,
  today: string,
  skuFormats: readonly Format[],
) {
  const seen = new Set<string>();
  for (const line of added) {
    if (isBlank(line)) continue;
    const problems = addedLineProblems(line, today, skuFormats);
    const folded = line.sku.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
    if (seen.has(folded))
      problems.push({
        row: line.key,
        field: "sku",
        sentence: "This SKU is already being added. Put the sum on one line.",
      });
    if (order.locks.add_line)
      problems.push({ row: line.key, field: "line", sentence: "No line can be added to this order any more." });
    if (folded) seen.add(folded);
    reading.problems.push(...problems);
    if (problems.length > 0) continue;
    const [description, uom, unitPrice] = [line.description.trim(), line.uom.trim(), line.unitPrice.trim()];
    ask(
      reading,
      { row: line.key, field: "line" },
      {},
      {
        kind: "add_line",
        sku: line.sku.trim(),
        quantity: normalizeQuantity(line.quantity),
        ...(description && { description }),
        ...(uom && { uom }),
        ...(unitPrice && { unit_price: normalizeQuantity(unitPrice) }),
        ...(line.date && { requested_ship_date: line.date }),
      },
    );
  }
}

function isBlank({ sku, description, uom, unitPrice, date }: AddedLine): boolean {
  return [sku, description, uom, unitPrice, date].every((text) => text.trim() === "");
}

function addedLineProblems(line: AddedLine, today: string, skuFormats: readonly Format[]): DraftProblem[] {
  const found: [Place["field"], string | null][] = [
    [
      "sku",
      textProblem(line.sku, MAX_SKU, "Enter the SKU, or take the line out again.") ??
        shapeProblem(line.sku, skuFormats),
    ],
    ["quantity", quantityProblem(line.quantity)],
    ["description", line.description.trim() && textProblem(line.description, MAX_DESCRIPTION, "")],
    ["uom", line.uom.trim() && textProblem(line.uom, MAX_UOM, "")],
    ["unit_price", line.unitPrice.trim() && decimalProblem(line.unitPrice)],
    ["date", line.date ? dateProblem(line.date, today) : null],
  ];
  return found.flatMap(([field, sentence]) => (sentence ? [{ row: line.key, field, sentence }] : []));
}

function textProblem(text: string, max: number, whenEmpty: string): string | null {
  return text.trim() === "" ? whenEmpty : lineTextProblem(text, max);
}

/** What the database would say too. */
function shapeProblem(sku: string, formats: readonly Format[]): string | null {
  const typed = sku.trim();
  return fitsFormats(formats, typed) ? null : `“${typed}” doesn't fit. ${formatsSentence("SKUs", formats)}`;
}

function locked(code: LockCode | null, line: OrderLine): string | null {
  return code && lockSentence(code, line);
}

function factsOf(line: OrderLine): ChangeView["before"] {
  return {
    position: line.position,
    sku: line.sku,
    description: line.description,
    uom: line.uom,
    quantity: line.ordered,
    unit_price: line.unitPrice,
    requested_ship_date: line.requestedShipDate,
  };
}
