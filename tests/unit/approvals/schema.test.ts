import { expect, test } from "vitest";
import { saveDelegationSchema, savePolicySchema } from "@/lib/approvals/schema";

const id = "7f1e2a34-9a10-4c6e-8f0b-2d5f5a6b7c8d";
const step = { approvers: { anyone: true }, required: 1 };
const form = (rules: unknown) => ({ rules: JSON.stringify(rules), expected_version: "3", idempotency_key: id });

test("rules travel as one field and come back as they are", () => {
  const rule = {
    id: "big",
    name: " Big ",
    conditions: { value: "500", kinds: ["add_line"], days_to_ship: 0 },
    steps: [step],
  };
  expect(savePolicySchema.parse(form([rule]))).toEqual({
    rules: [{ ...rule, name: "Big" }],
    expected_version: 3,
    idempotency_key: id,
  });
});

test.each<[string, unknown]>([
  ["no approvers", [{ id: "r", name: "R", conditions: {}, steps: [{ approvers: {}, required: 1 }] }]],
  ["no steps", [{ id: "r", name: "R", conditions: {}, steps: [] }]],
  ["zero", [{ id: "r", name: "R", conditions: { value: "0.00" }, steps: [step] }]],
  ["half a day", [{ id: "r", name: "R", conditions: { days_moved: 0.5 }, steps: [step] }]],
  ["six stars", [{ id: "r", name: "R", conditions: { sku: "*1*2*3*4*5*" }, steps: [step] }]],
  ["an unknown condition", [{ id: "r", name: "R", conditions: { weather: "rain" }, steps: [step] }]],
  [
    "51 rules",
    Array.from({ length: 51 }, (_, index) => ({ id: `r${index}`, name: "R", conditions: {}, steps: [step] })),
  ],
])("refused: %s", (_, rules) => {
  expect(savePolicySchema.safeParse(form(rules)).success).toBe(false);
});

test("a delegation names somebody and an end", () => {
  const given = { to_member_id: id, last_day: "2026-12-01", idempotency_key: id };
  expect(saveDelegationSchema.parse(given)).toMatchObject({ from_member_id: "", first_day: "", note: "" });
  expect(saveDelegationSchema.safeParse({ ...given, last_day: "tomorrow" }).success).toBe(false);
});
