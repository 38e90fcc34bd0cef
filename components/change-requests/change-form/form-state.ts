import {
  type AddedLine,
  addLine,
  type ChangeDraft,
  dropAddedLine,
  editAddedLine,
  editLine,
  type LineEdit,
  type OrderEdit,
  orderRows,
} from "@/lib/change-requests/change-draft";
import type { OrderBase } from "@/lib/change-requests/order-base";

export type FormState = {
  draft: ChangeDraft;
  /** The order as it was when the person last looked at it: what a send is based on. */
  base: OrderBase;
  /** What the last send was refused for, by row; gone as soon as the row is edited. */
  refusals: Record<string, Refusal[]>;
  /** Goes up when what was typed is replaced from outside, so that native fields start over with it. */
  fill: number;
  /** A draft of an earlier visit was put back. */
  isRestored: boolean;
};

export type Refusal = { sentence: string; reference?: string };

export type FormEvent =
  | { type: "edit_line"; lineId: string; part: Partial<LineEdit> }
  | { type: "undo_line"; lineId: string }
  | { type: "edit_order"; part: OrderEdit }
  | { type: "add_line"; key: string }
  | { type: "edit_added_line"; key: string; part: Partial<AddedLine> }
  | { type: "drop_added_line"; key: string }
  | { type: "restore"; draft: ChangeDraft; base: OrderBase }
  | { type: "start_over"; base: OrderBase; draft: ChangeDraft }
  | { type: "accept_order"; base: OrderBase }
  | { type: "refused"; refusals: Record<string, Refusal[]> };

export function formReducer(state: FormState, event: FormEvent): FormState {
  switch (event.type) {
    case "edit_line":
      return edited(state, event.lineId, editLine(state.draft, event.lineId, event.part));
    case "undo_line": {
      const { [event.lineId]: _dropped, ...lines } = state.draft.lines;
      return edited(state, event.lineId, { ...state.draft, lines });
    }
    case "edit_order":
      return Object.keys(event.part).reduce(
        (so_far, field) => edited(so_far, orderRows[field as keyof OrderEdit], so_far.draft),
        { ...state, draft: { ...state.draft, ...event.part } },
      );
    case "add_line":
      return { ...state, draft: addLine(state.draft, event.key) };
    case "edit_added_line":
      return edited(state, event.key, editAddedLine(state.draft, event.key, event.part));
    case "drop_added_line":
      return edited(state, event.key, dropAddedLine(state.draft, event.key));
    case "restore":
      return { draft: event.draft, base: event.base, refusals: {}, fill: state.fill + 1, isRestored: true };
    case "start_over":
      return { draft: event.draft, base: event.base, refusals: {}, fill: state.fill + 1, isRestored: false };
    case "accept_order":
      return { ...state, base: event.base };
    case "refused":
      return { ...state, refusals: event.refusals };
  }
}

function edited(state: FormState, row: string, draft: ChangeDraft): FormState {
  const { [row]: _dropped, ...refusals } = state.refusals;
  return { ...state, draft, refusals, isRestored: false };
}
