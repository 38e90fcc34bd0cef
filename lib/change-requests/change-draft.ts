import type { ChangeView } from "@/lib/change-requests/change-view";

/** What was typed on one line of the order. A field that is absent was not touched; texts are kept as they were typed. */
export type LineEdit = {
  quantity?: string;
  isRemoved?: boolean;
  /** Its rest is closed: the quantity comes down to what is picked. */
  isClosed?: boolean;
  /** The SKU to put in the line's place; "" while it is still being typed. */
  sku?: string;
  /** The substitute's description. */
  description?: string;
  /** Null: none of its own again. Only an undo starts with that. */
  date?: string | null;
};

/** A line that isn't on the order yet. */
export type AddedLine = {
  /** Only to tell the rows of the form apart. */
  key: string;
  sku: string;
  quantity: string;
  description: string;
  uom: string;
  unitPrice: string;
  date: string;
};

/** Everything typed into the change form except the reason. */
export type ChangeDraft = {
  /** Null, here and below: empty again. Only an undo starts with that. */
  orderDate?: string | null;
  shipTo?: string | null;
  shipMethod?: string | null;
  /** The whole order is to be cancelled; what else was typed waits behind it. */
  isCancelled?: boolean;
  lines: Record<string, LineEdit>;
  added: AddedLine[];
};

/** The rows of the form that are about the order itself, by what is typed there. */
export const orderRows = {
  orderDate: "order",
  shipTo: "ship_to",
  shipMethod: "ship_method",
  isCancelled: "cancel",
} as const;

/** What can be typed about the order itself. */
export type OrderEdit = Pick<ChangeDraft, keyof typeof orderRows>;

export const emptyDraft: ChangeDraft = { lines: {}, added: [] };

export function isEmptyDraft({ orderDate, shipTo, shipMethod, isCancelled, lines, added }: ChangeDraft): boolean {
  const isOrderEmpty = orderDate === undefined && shipTo === undefined && shipMethod === undefined && !isCancelled;
  return isOrderEmpty && Object.keys(lines).length === 0 && added.length === 0;
}

/** The draft with a part of one line's edit replaced; a part set to undefined is as if it had never been touched. */
export function editLine(draft: ChangeDraft, lineId: string, part: Partial<LineEdit>): ChangeDraft {
  const merged = Object.entries({ ...draft.lines[lineId], ...part }).filter(([, value]) => value !== undefined);
  const { [lineId]: _previous, ...others } = draft.lines;
  return { ...draft, lines: merged.length === 0 ? others : { ...others, [lineId]: Object.fromEntries(merged) } };
}

export function addLine(draft: ChangeDraft, key: string): ChangeDraft {
  const line = { key, sku: "", quantity: "1", description: "", uom: "", unitPrice: "", date: "" };
  return { ...draft, added: [...draft.added, line] };
}

export function editAddedLine(draft: ChangeDraft, key: string, part: Partial<AddedLine>): ChangeDraft {
  return { ...draft, added: draft.added.map((line) => (line.key === key ? { ...line, ...part } : line)) };
}

export function dropAddedLine(draft: ChangeDraft, key: string): ChangeDraft {
  return { ...draft, added: draft.added.filter((line) => line.key !== key) };
}

/** The draft that asks for these changes again: a request that came back, to be revised. */
export function draftOf(changes: readonly ChangeView[]): ChangeDraft {
  let draft = emptyDraft;
  for (const [index, { kind, line_id, after }] of changes.entries()) {
    if (kind === "set_order_date") draft = { ...draft, orderDate: after.requested_ship_date };
    else if (kind === "set_ship_to") draft = { ...draft, shipTo: after.ship_to };
    else if (kind === "set_ship_method") draft = { ...draft, shipMethod: after.ship_method };
    else if (kind === "cancel_order") draft = { ...draft, isCancelled: true };
    else if (kind === "add_line") draft = { ...draft, added: [...draft.added, addedLineOf(after, `sent-${index}`)] };
    else if (line_id) draft = editLine(draft, line_id, lineEditOf(kind, after));
  }
  return draft;
}

function lineEditOf(kind: ChangeView["kind"], after: ChangeView["after"]): Partial<LineEdit> {
  if (kind === "remove_line") return { isRemoved: true };
  if (kind === "close_line") return { isClosed: true };
  if (kind === "set_line_date") return { date: after.requested_ship_date };
  const quantity = after.quantity ?? undefined;
  if (kind === "set_quantity") return { quantity };
  const part: Partial<LineEdit> = { sku: after.sku ?? "", description: after.description ?? undefined };
  return quantity === undefined ? part : { ...part, quantity };
}

function addedLineOf(after: ChangeView["after"], key: string): AddedLine {
  return {
    key,
    sku: after.sku ?? "",
    quantity: after.quantity ?? "",
    description: after.description ?? "",
    uom: after.uom ?? "",
    unitPrice: after.unit_price ?? "",
    date: after.requested_ship_date ?? "",
  };
}
