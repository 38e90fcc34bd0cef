import { describe, expect, it } from "vitest";
import { type ChangeDraft, draftOf, editLine, emptyDraft } from "@/lib/change-requests/change-draft";
import { readDraft } from "@/lib/change-requests/read-draft";

import { first, free, line, order, orderFree, orderLocked, today } from "./order-to-change.ts";

function changesOf(draft: ChangeDraft, on = order()) {
  return readDraft(draft, on, today).changes;
}

function sentencesOf(draft: ChangeDraft, on = order()) {
  return readDraft(draft, on, today).problems.map(({ sentence }) => sentence);
}

describe("the address and the ship method", () => {
  it("are asked for as they will be written, line by line", () => {
    const draft = { ...emptyDraft, shipTo: " 4 New St \r\n Dayton, OH\n\n", shipMethod: " Next day air " };
    expect(readDraft(draft, order(), today)).toMatchObject({
      changes: [
        { kind: "set_ship_to", ship_to: "4 New St\nDayton, OH" },
        { kind: "set_ship_method", ship_method: "Next day air" },
      ],
      views: [
        { before: { ship_to: "12 Old Rd\nDayton, OH" }, after: { ship_to: "4 New St\nDayton, OH" } },
        { before: { ship_method: "Ground" }, after: { ship_method: "Next day air" } },
      ],
      places: [{ row: "ship_to" }, { row: "ship_method" }],
      problems: [],
    });
  });

  it("are nothing when only white space or line ends are other ones", () => {
    expect(changesOf({ ...emptyDraft, shipTo: "12 Old Rd\r\nDayton, OH \n", shipMethod: "Ground " })).toEqual([]);
  });

  it("cannot be emptied, too long or locked", () => {
    expect(sentencesOf({ ...emptyDraft, shipTo: " \n", shipMethod: "" })).toHaveLength(2);
    expect(sentencesOf({ ...emptyDraft, shipTo: "x".repeat(1001), shipMethod: "x".repeat(121) })).toHaveLength(2);
    const on = order({ stage: "packed", locks: orderLocked });
    expect(sentencesOf({ ...emptyDraft, shipTo: "4 New St" }, on)).toEqual(["The address stays: the order is packed."]);
  });
});

describe("closing the rest of a line", () => {
  const begun = line({ picked: "6", floor: "6", locks: { ...free, close_line: null, remove_line: "line_started" } });

  it("comes down to what is picked", () => {
    const { changes, views } = readDraft(
      editLine(emptyDraft, first, { isClosed: true }),
      order({ lines: [begun] }),
      today,
    );
    expect(changes).toEqual([{ kind: "close_line", line_id: first }]);
    expect(views).toMatchObject([{ before: { quantity: "10", floor: "6" }, after: { quantity: "6" } }]);
  });

  it("goes with another date, and is refused where there is nothing to close", () => {
    const both = editLine(emptyDraft, first, { isClosed: true, date: "2026-09-20" });
    expect(changesOf(both, order({ lines: [begun] })).map(({ kind }) => kind)).toEqual(["close_line", "set_line_date"]);
    expect(sentencesOf(editLine(emptyDraft, first, { isClosed: true }))).toEqual([
      "Nothing of it is picked, so there is no rest to close: remove the line instead.",
    ]);
  });
});

describe("cancelling the whole order", () => {
  const draft = { ...editLine(emptyDraft, first, { quantity: "12" }), isCancelled: true };

  it("is the only change, whatever else was typed", () => {
    expect(readDraft(draft, order(), today)).toMatchObject({
      changes: [{ kind: "cancel_order" }],
      views: [
        {
          before: { line_count: 2, amount: "840", unpriced: 0, units: [{ uom: "pcs", quantity: "20" }] },
          after: { stage: "cancelled" },
        },
      ],
      places: [{ row: "cancel" }],
    });
  });

  it("is refused where something is picked, and comes back with what was sent", () => {
    const on = order({ stage: "picking", locks: { ...orderFree, cancel_order: "order_started" } });
    expect(sentencesOf(draft, on)).toHaveLength(1);
    expect(draftOf(readDraft(draft, order(), today).views)).toEqual({ ...emptyDraft, isCancelled: true });
  });
});
