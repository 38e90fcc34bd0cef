import { expect, test } from "vitest";
import { describeEntry } from "@/lib/audit/describe-entry";

const actor = { id: "a", name: "Ada Admin", email: "ada@northwind.test", roles: ["admin"] };

test.each<[string, unknown, unknown, string]>([
  ["import.undone", { number: 3, file_name: "open.csv" }, null, "Ada Admin undid import 3 of “open.csv”"],
  [
    "order.closed",
    { version: 4, stage: "closed", import: 7 },
    { version: 3, stage: "open" },
    "Ada Admin closed SO-1001: the file of import 7 no longer had it",
  ],
  [
    "order.restored",
    { version: 4, import: 7 },
    { version: 3 },
    "Ada Admin undid import 7: SO-1001 is as it was before",
  ],
  [
    "order.restored",
    { version: 2, import: 7, stage: "cancelled" },
    { version: 1, stage: "open" },
    "Ada Admin undid import 7, which had brought SO-1001: it is cancelled",
  ],
])("%s", (action, after, before, sentence) => {
  expect(describeEntry({ action, actor, orderNumber: "SO-1001", requestReference: null, before, after })).toBe(
    sentence,
  );
});
