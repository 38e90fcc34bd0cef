import type { ChangeFacts, ChangeView } from "@/lib/change-requests/change-view";
import type { Problem } from "@/lib/change-requests/problem";
import { formatDate } from "@/lib/dates";
import { formatQuantity } from "@/lib/quantity";

/** One field as the requester saw it, as it is, and as it was asked for. */
export type ThreeWayRow = {
  subject: string;
  field: string;
  base: string;
  now: string;
  requested: string;
  hasMoved: boolean;
};

const labels = {
  quantity: "Quantity",
  sku: "SKU",
  requested_ship_date: "Ship date",
  ship_to: "Ship to",
  ship_method: "Ship method",
  floor: "Picked",
  line_count: "Lines",
  amount: "Value",
};

type Field = keyof typeof labels;

/**
 * Every field a request touches, and every field that moved under it, side by side. `moved` are the problems of a
 * conflict (`field_moved`, `line_removed`); without any, `now` is what the requester saw.
 */
export function threeWayRows(changes: readonly ChangeView[], moved: readonly Problem[]): ThreeWayRow[] {
  return changes.flatMap((change, index) => {
    const problems = moved.filter((problem) => problem.change_index === index && problem.code !== "line_removed");
    const isGone = moved.some((problem) => problem.change_index === index && problem.code === "line_removed");
    const fields = new Set([...fieldsOf(change), ...problems.map(({ field }) => field as Field)]);
    return [...fields].map((field) => {
      const problem = problems.find((one) => one.field === field);
      const base = change.before[field] ?? null;
      return {
        subject: subjectOf(change),
        field: labels[field] ?? field,
        base: change.kind === "add_line" ? "" : show(field, base),
        now: isGone ? "line removed" : change.kind === "add_line" ? "" : show(field, problem ? problem.now : base),
        requested: requestedOf(change, field),
        hasMoved: isGone || problem !== undefined,
      };
    });
  });
}

/** The facts of a conflict as a note to the requester, to start from when the request is sent back. */
export function conflictNote(changes: readonly ChangeView[], moved: readonly Problem[]): string {
  const lines = threeWayRows(changes, moved)
    .filter(({ hasMoved }) => hasMoved)
    .map(({ subject, field, base, now, requested }) => {
      const asked = requested && requested !== base ? `, you asked for ${requested}` : "";
      return `${subject}: ${field.toLowerCase().replace("sku", "SKU")} was ${base}, is now ${now}${asked}.`;
    });
  return ["The order changed after you asked:", ...lines, "Please look at the order and ask again."].join("\n");
}

function fieldsOf({ kind, after }: ChangeView): Field[] {
  if (kind === "remove_line") return ["quantity"];
  if (kind === "cancel_order") return ["line_count", "amount"];
  return (Object.keys(labels) as Field[]).filter((field) => after[field] != null);
}

function subjectOf({ kind, line_id, before, after }: ChangeView): string {
  if (kind === "add_line") return `New line · ${after.sku}`;
  if (!line_id && before.position == null) return "Whole order";
  return [before.position == null ? "Line" : `Line ${before.position}`, before.sku].filter(Boolean).join(" · ");
}

function requestedOf({ kind, after }: ChangeView, field: Field): string {
  if (kind === "remove_line") return "removed";
  if (kind === "cancel_order") return "cancelled";
  const value: ChangeFacts[Field] = after[field];
  return value == null ? "" : show(field, value);
}

function show(field: Field, value: string | number | null | undefined): string {
  if (value == null) return field === "requested_ship_date" ? "with the order" : "none";
  const text = String(value);
  if (field === "requested_ship_date") return formatDate(text);
  return field === "quantity" || field === "floor" || field === "amount" ? formatQuantity(text) : text;
}
