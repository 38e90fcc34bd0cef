import { expect, test } from "vitest";
import { describeEntry } from "@/lib/audit/describe-entry";
import type { EntryWords } from "@/lib/audit/entry";

const carl = { id: "a", name: "Carl Requester", email: "carl@northwind.test", roles: ["requester"] };
function entry(action: string, after: unknown, before: unknown = null): EntryWords {
  return { action, actor: carl, orderNumber: "SO-1001", requestReference: "CR-000007", before, after };
}

test.each<[string, unknown, unknown, string]>([
  [
    "lock_table.saved",
    { version: 3, changes: [{ kind: "cancel_order", stage: "picking", is_locked: true }] },
    { version: 2 },
    "Carl Requester locked cancelling orders at stage picking (version 3)",
  ],
  [
    "lock_table.saved",
    {
      version: 4,
      changes: [
        { kind: "add_line", stage: "open", is_locked: true },
        { kind: "add_line", stage: "draft", is_locked: false },
      ],
    },
    { version: 3 },
    "Carl Requester changed 2 rules of the lock table (version 4)",
  ],
  [
    "lock_table.saved",
    { version: 5, restored_version: 3, changes: [{ kind: "add_line", stage: "open", is_locked: false }] },
    { version: 4 },
    "Carl Requester brought version 3 of the lock table back as version 5: 1 rule changed",
  ],
])("%s", (action, after, before, sentence) => {
  expect(describeEntry(entry(action, after, before))).toBe(sentence);
});
