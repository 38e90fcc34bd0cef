import { expect, test } from "vitest";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { compareRounds } from "@/lib/change-requests/compare-rounds";

const before = { position: 1, sku: "WIDGET-9", quantity: "10", unit_price: null };
const quantity = (to: string, line_id = "a"): ChangeView => ({
  kind: "set_quantity",
  line_id,
  before,
  after: { quantity: to },
});
const added = (sku: string, count = "1"): ChangeView => ({
  kind: "add_line",
  before: {},
  after: { sku, quantity: count },
});

test("says what the next round alters, adds and drops", () => {
  const removed: ChangeView = { kind: "remove_line", line_id: "b", before: { ...before, position: 2 }, after: {} };
  const steps = compareRounds(
    [quantity("12"), removed, added("TAPE")],
    [quantity("13"), added("tape", "1"), added("RACK")],
    "USD",
  );
  expect(steps).toEqual([
    { how: "altered", subject: "line 1 · WIDGET-9", was: "quantity 10 → 12 (+2)", becomes: "quantity 10 → 13 (+3)" },
    { how: "altered", subject: "new line · tape", was: "added: 1 × TAPE", becomes: "added: 1 × tape" },
    { how: "added", subject: "new line · RACK", was: "", becomes: "added: 1 × RACK" },
    { how: "dropped", subject: "line 2 · WIDGET-9", was: "removed (was 10)", becomes: "" },
  ]);
});

test("another kind on the same line alters it; the same again is no difference", () => {
  const removed: ChangeView = { kind: "remove_line", line_id: "a", before, after: {} };
  expect(compareRounds([quantity("12")], [removed], "USD")).toMatchObject([
    { how: "altered", becomes: "removed (was 10)" },
  ]);
  expect(compareRounds([quantity("12"), added("TAPE")], [added("TAPE"), quantity("12")], "USD")).toEqual([]);
});
