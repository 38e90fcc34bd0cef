import { describe, expect, it } from "vitest";
import {
  addLine,
  type ChangeDraft,
  draftOf,
  editAddedLine,
  editLine,
  emptyDraft,
} from "@/lib/change-requests/change-draft";
import { readDraft } from "@/lib/change-requests/read-draft";

import { first, free, line, order, orderLocked, second, today } from "./order-to-change.ts";

function changesOf(draft: ChangeDraft, on = order()) {
  return readDraft(draft, on, today).changes;
}

function sentencesOf(draft: ChangeDraft, on = order()) {
  return readDraft(draft, on, today).problems.map(({ sentence }) => sentence);
}

const typed = (part: Parameters<typeof editLine>[2], lineId = first) => editLine(emptyDraft, lineId, part);

describe("what a draft asks for", () => {
  it("is nothing while nothing was typed, or what was typed is what stands there", () => {
    expect(changesOf(emptyDraft)).toEqual([]);
    expect(changesOf(typed({ quantity: " 10.0 " }))).toEqual([]);
    expect(changesOf(typed({ sku: "WIDGET-9" }))).toEqual([]);
    expect(changesOf(typed({ date: "2026-09-20" }, second))).toEqual([]);
    expect(changesOf({ ...emptyDraft, orderDate: "2026-09-14" })).toEqual([]);
  });

  it("is one change per field, the order first and then the lines as they stand", () => {
    let draft = editLine(emptyDraft, second, { date: "2026-09-25" });
    draft = editLine(draft, first, { quantity: "012.50" });
    draft = { ...draft, orderDate: "2026-09-17" };
    expect(changesOf(draft)).toEqual([
      { kind: "set_order_date", requested_ship_date: "2026-09-17" },
      { kind: "set_quantity", line_id: first, quantity: "12.5" },
      { kind: "set_line_date", line_id: second, requested_ship_date: "2026-09-25" },
    ]);
  });

  it("takes a removed line off whatever else was typed on it", () => {
    expect(changesOf(typed({ quantity: "3", date: "2026-10-01", isRemoved: true }))).toEqual([
      { kind: "remove_line", line_id: first },
    ]);
  });

  it("puts quantity and description into a substitution", () => {
    expect(changesOf(typed({ sku: " PUMP-24V ", quantity: "4", description: "24 volts" }))).toEqual([
      { kind: "substitute_line", line_id: first, sku: "PUMP-24V", quantity: "4", description: "24 volts" },
    ]);
  });

  it("leaves optional fields of a new line out while they are empty", () => {
    const draft = editAddedLine(addLine(emptyDraft, "a"), "a", { sku: "NEW", quantity: "2", unitPrice: "2.50" });
    expect(changesOf(draft)).toEqual([{ kind: "add_line", sku: "NEW", quantity: "2", unit_price: "2.5" }]);
    expect(changesOf(addLine(emptyDraft, "a"))).toEqual([]);
  });

  it("says where each change was typed, and what it looked like before", () => {
    const { places, views } = readDraft(typed({ quantity: "12" }), order(), today);
    expect(places).toEqual([{ row: first, field: "quantity" }]);
    expect(views).toEqual([
      {
        kind: "set_quantity",
        line_id: first,
        before: {
          position: 1,
          sku: "WIDGET-9",
          description: "Widget",
          uom: "pcs",
          quantity: "10",
          unit_price: "42",
          requested_ship_date: null,
        },
        after: { quantity: "12" },
      },
    ]);
  });

  it("is the same again when a request that came back fills the form", () => {
    let draft = editLine(emptyDraft, first, { sku: "PUMP-24V", quantity: "4" });
    draft = editLine(draft, second, { date: "2026-09-25" });
    draft = { ...draft, orderDate: "2026-09-17" };
    draft = editAddedLine(addLine(draft, "a"), "a", { sku: "NEW", quantity: "2" });
    const { views, changes } = readDraft(draft, order(), today);
    expect(changesOf(draftOf(views))).toEqual(changes);
  });
});

describe("what is wrong with a draft", () => {
  it.each(["-1", "1e3", "NaN", "1,200", "1.2345678", "1234567890123", "ten"])("is a quantity like %s", (quantity) => {
    expect(sentencesOf(typed({ quantity }))).toEqual([
      "Use a plain number like 12 or 12.5: at most twelve digits before the point and six after it.",
    ]);
    expect(changesOf(typed({ quantity }))).toEqual([]);
  });

  it("is an empty quantity, and zero, which is what removing is for", () => {
    expect(sentencesOf(typed({ quantity: "" }))).toEqual(["Enter a quantity, or put it back."]);
    expect(sentencesOf(typed({ quantity: "0.00" }))).toEqual(["To take the line off the order, remove it."]);
  });

  it("is a quantity below what is picked; as much as is picked is a short close and fine", () => {
    const picked = order({
      lines: [line({ picked: "4", floor: "4", locks: { ...free, remove_line: "line_started" } })],
    });
    expect(sentencesOf(typed({ quantity: "3" }), picked)).toEqual([
      "4 are already picked, so not below 4. Create a return instead.",
    ]);
    expect(changesOf(typed({ quantity: "4" }), picked)).toEqual([
      { kind: "set_quantity", line_id: first, quantity: "4" },
    ]);
  });

  it("is anything on what has been locked since it was typed", () => {
    const locks = {
      set_quantity: "order_locked",
      close_line: "order_locked",
      remove_line: "order_locked",
      substitute_line: "order_locked",
      set_line_date: "order_locked",
    } as const;
    const on = order({ lines: [line({ locks })], locks: orderLocked });
    expect(changesOf(typed({ quantity: "12", date: "2026-09-20" }), on)).toEqual([]);
    expect(sentencesOf(typed({ quantity: "12", date: "2026-09-20" }), on)).toHaveLength(2);
    expect(sentencesOf(typed({ isRemoved: true }), on)).toHaveLength(1);
    expect(sentencesOf({ ...emptyDraft, orderDate: "2026-09-20" }, on)).toHaveLength(1);
    expect(sentencesOf(editAddedLine(addLine(emptyDraft, "a"), "a", { sku: "N" }), on)).toHaveLength(1);
  });

  it("is a day that has passed, doesn't exist or is too far away", () => {
    expect(sentencesOf(typed({ date: "2026-09-09" }))).toEqual(["This day has passed. Choose today or a later day."]);
    expect(sentencesOf(typed({ date: "2026-02-30" }))).toEqual(["Use a day that exists."]);
    expect(sentencesOf({ ...emptyDraft, orderDate: "2040-01-01" })).toEqual([
      "Choose a day within the next ten years.",
    ]);
    expect(sentencesOf(typed({ date: today }))).toEqual([]);
  });

  it("is a substitution without a SKU, or with one that breaks the line", () => {
    expect(sentencesOf(typed({ sku: "  " }))).toEqual([
      "Enter the SKU to send instead, or take the substitution back.",
    ]);
    expect(sentencesOf(typed({ sku: "A\u0000B" }))).toHaveLength(1);
  });

  it("is the same SKU added twice, however it is written", () => {
    let draft = editAddedLine(addLine(emptyDraft, "a"), "a", { sku: "New 1" });
    draft = editAddedLine(addLine(draft, "b"), "b", { sku: " NEW  1" });
    expect(sentencesOf(draft)).toEqual(["This SKU is already being added. Put the sum on one line."]);
  });

  it("is more than a request can hold", () => {
    const lines = Array.from({ length: 101 }, (_, index) => line({ id: `line-${index}`, position: index + 1 }));
    const draft = lines.reduce((all, { id }) => editLine(all, id, { quantity: "11" }), emptyDraft);
    expect(sentencesOf(draft, order({ lines }))).toEqual([
      "A request holds at most 100 changes, these are 101. Split them into several.",
    ]);
  });
});

describe("a SKU of another shape", () => {
  const formats = [{ pattern: "A+-*", example: "WIDGET-9" }];
  const sentences = (draft: ChangeDraft) =>
    readDraft(draft, order(), today, formats).problems.map(({ sentence }) => sentence);

  it("is questioned where it is typed, with the value, the shape and an example", () => {
    const added = editAddedLine(addLine(emptyDraft, "new"), "new", { sku: "PUMP12", quantity: "1" });
    const words = "“PUMP12” doesn't fit. SKUs look like A+-* (such as WIDGET-9).";
    expect(sentences(added)).toEqual([words]);
    expect(sentences(editLine(emptyDraft, first, { sku: " PUMP12 " }))).toEqual([words]);
    expect(sentences(editLine(emptyDraft, first, { sku: "PUMP-12" }))).toEqual([]);
  });

  it("doesn't matter on a line that is only counted", () => {
    const odd = order({ lines: [line({ sku: "old sku" })] });
    expect(readDraft(editLine(emptyDraft, first, { quantity: "12" }), odd, today, formats).problems).toEqual([]);
  });
});
