import { describe, expect, it } from "vitest";
import {
  addLine,
  dropAddedLine,
  editAddedLine,
  editLine,
  emptyDraft,
  isEmptyDraft,
} from "@/lib/change-requests/change-draft";

describe("editing a draft", () => {
  it("keeps what was typed as it was typed, and forgets a part that is put back", () => {
    const draft = editLine(editLine(emptyDraft, "a", { quantity: "1," }), "a", { date: "2026-09-14" });
    expect(draft.lines).toEqual({ a: { quantity: "1,", date: "2026-09-14" } });
    expect(editLine(draft, "a", { quantity: undefined }).lines).toEqual({ a: { date: "2026-09-14" } });
  });

  it("is empty again when the last part is put back", () => {
    const draft = editLine(emptyDraft, "a", { quantity: "12" });
    expect(isEmptyDraft(draft)).toBe(false);
    expect(isEmptyDraft(editLine(draft, "a", { quantity: undefined }))).toBe(true);
  });

  it("tells new lines apart by their key", () => {
    const draft = editAddedLine(addLine(addLine(emptyDraft, "a"), "b"), "b", { sku: "NEW" });
    expect(draft.added.map(({ sku }) => sku)).toEqual(["", "NEW"]);
    expect(dropAddedLine(draft, "a").added.map(({ key }) => key)).toEqual(["b"]);
  });
});
