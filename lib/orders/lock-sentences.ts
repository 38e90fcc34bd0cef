import type { LockCode, OrderLine } from "@/lib/orders/order-view";
import { compareQuantities, formatQuantity, subtractQuantities } from "@/lib/quantity";

export type ChangeableKind = "set_quantity" | "remove_line" | "substitute_line" | "set_line_date";

/** What a person calls the kind of change: "quantity", "date". */
const kindNames = {
  set_quantity: "quantity",
  remove_line: "remove",
  substitute_line: "substitute",
  set_line_date: "date",
} satisfies Record<ChangeableKind, string>;

/** What can still be changed on a line, said before anyone types. */
export type Eligibility = {
  tone: "open" | "partly" | "locked";
  sentence: string;
};

/** "You can change 6 of 10: 4 are picked. It can't be removed or replaced." The database decides; this finds the words. */
export function describeEligibility(line: OrderLine): Eligibility {
  const kinds = Object.keys(kindNames) as ChangeableKind[];
  const locked = kinds.filter((kind) => line.locks[kind] !== null);
  if (locked.length === kinds.length && line.locks.close_line !== null)
    return { tone: "locked", sentence: lockSentence(line.locks.set_quantity ?? "line_locked", line) };
  const sentences = [];
  if (line.locks.set_quantity === null) sentences.push(quantitySentence(line));
  const started = locked.filter((kind) => line.locks[kind] === "line_started");
  if (started.length > 0) sentences.push("It can't be removed or replaced.");
  // Closing the rest is a quantity, too; it is named where it is all that is left.
  if (line.locks.set_quantity !== null && line.locks.close_line === null) sentences.push("Its rest can be closed.");
  const others = locked.filter((kind) => line.locks[kind] !== "line_started");
  if (others.length > 0) sentences.push(`Locked at this stage: ${others.map((kind) => kindNames[kind]).join(", ")}.`);
  if (locked.length === 0 && isUntouched(line)) return { tone: "open", sentence: "Everything can change." };
  return { tone: locked.length === 0 ? "open" : "partly", sentence: sentences.join(" ") };
}

function quantitySentence(line: OrderLine): string {
  if (isUntouched(line)) return "The quantity can change.";
  const rest = subtractQuantities(line.ordered, line.floor);
  const done = `${formatQuantity(line.floor)} ${line.floor === "1" ? "is" : "are"} ${floorWord(line)}`;
  if (compareQuantities(rest, "0") <= 0) return `${done}: only more can be asked for.`;
  return `You can change ${formatQuantity(rest)} of ${formatQuantity(line.ordered)}: ${done}.`;
}

function isUntouched(line: OrderLine): boolean {
  return compareQuantities(line.floor, "0") === 0;
}

/** The furthest step that as much as the floor has reached. */
export function floorWord({
  floor,
  shipped,
  packed,
  picked,
}: Pick<OrderLine, "floor" | "shipped" | "packed" | "picked">): string {
  const reaches = (quantity: string | null) => quantity !== null && compareQuantities(quantity, floor) >= 0;
  if (reaches(shipped)) return "shipped";
  if (reaches(packed)) return "packed";
  return reaches(picked) ? "picked" : "invoiced";
}

/** Why one kind of change on a line isn't possible, and what is instead. */
export function lockSentence(
  code: LockCode,
  line: Pick<OrderLine, "floor" | "ordered" | "shipped" | "packed" | "picked">,
): string {
  const floor = formatQuantity(line.floor);
  switch (code) {
    case "order_locked":
      return "The whole order is locked at its stage.";
    case "stage_locked":
      return "Your organization locks this at the line's stage.";
    case "line_locked":
      return compareQuantities(line.floor, line.ordered) >= 0 && compareQuantities(line.floor, "0") > 0
        ? `Locked: all ${floor} are ${floorWord(line)}.`
        : "Locked by its status.";
    case "line_removed":
      return "This line was removed.";
    case "line_progress_unknown":
      return "Locked: it is being worked on, and nobody says how much of it is picked.";
    case "line_not_started":
      return "Nothing of it is picked, so there is no rest to close: remove the line instead.";
    case "line_started":
      return `${floor} ${line.floor === "1" ? "is" : "are"} ${floorWord(line)}, so it can't be removed or replaced. Lower the quantity to ${floor} instead.`;
    default:
      return "Locked.";
  }
}
