import { expect, test } from "vitest";
import { decisionSchema, manyDecisionsSchema } from "@/lib/change-requests/decision-schema";

const form = {
  request_id: "8d0f4c2e-6a51-4c1e-9d50-6f6d1a2b3c4d",
  decision: "approve",
  note: "",
  expected_version: "3",
  payload_hash: "a".repeat(64),
  idempotency_key: "0f8fad5b-d9cb-469f-a165-70867728950e",
};

test("approving needs no note", () => {
  expect(decisionSchema.parse(form)).toMatchObject({ decision: "approve", note: "", expected_version: 3 });
});

test.each(["reject", "return"])("%s needs a note that says something", (decision) => {
  const read = decisionSchema.safeParse({ ...form, decision, note: " \n " });
  expect(read.error?.issues).toMatchObject([{ path: ["note"], message: expect.stringContaining("Say why") }]);
});

test("line breaks count once against the limit", () => {
  const note = `${"a".repeat(1990)}${"\r\n".repeat(5)}b`;
  expect(decisionSchema.parse({ ...form, note }).note).toHaveLength(1996);
});

test.each([
  ["a note over 2,000 characters", { note: "a".repeat(2001) }],
  ["a hidden character in the note", { note: "a\u0007b" }],
  ["a version that is no number", { expected_version: "NaN" }],
  ["version 0", { expected_version: "0" }],
  ["a version past the largest", { expected_version: "1e309" }],
  ["another kind of decision", { decision: "apply" }],
  ["an altered hash", { payload_hash: "a".repeat(63) }],
  ["an id that isn't a uuid", { request_id: "1 or 1=1" }],
  ["a field too many", { decided_by: "somebody" }],
])("%s is refused", (_name, change) => {
  expect(decisionSchema.safeParse({ ...form, ...change }).success).toBe(false);
});

test("changes are left out of an approval, with a note", () => {
  const some = { ...form, rejected_changes: ["2", "3"], note: "Not these" };
  expect(decisionSchema.parse(some).rejected_changes).toEqual([2, 3]);
  expect(decisionSchema.safeParse({ ...some, note: "" }).error?.issues).toMatchObject([{ path: ["note"] }]);
  expect(decisionSchema.safeParse({ ...some, decision: "reject" }).success).toBe(false);
  expect(decisionSchema.safeParse({ ...some, rejected_changes: ["0"] }).success).toBe(false);
});

test("many decisions: up to 200, each request once", () => {
  const item = (index: number) => ({
    request_id: `8d0f4c2e-6a51-4c1e-9d50-${String(index).padStart(12, "0")}`,
    order_id: form.request_id,
    expected_version: 3,
    payload_hash: form.payload_hash,
  });
  const many = (items: unknown[]) => ({
    items: JSON.stringify(items),
    decision: "approve",
    note: "",
    idempotency_key: form.idempotency_key,
  });
  const items = Array.from({ length: 200 }, (_, index) => item(index));
  expect(manyDecisionsSchema.parse(many(items)).items).toHaveLength(200);
  expect(manyDecisionsSchema.safeParse(many([...items, item(200)])).success).toBe(false);
  expect(manyDecisionsSchema.safeParse(many([])).success).toBe(false);
  expect(manyDecisionsSchema.safeParse(many([item(1), item(1)])).success).toBe(false);
  expect(manyDecisionsSchema.safeParse({ ...many(items), decision: "reject" }).success).toBe(false);
});
