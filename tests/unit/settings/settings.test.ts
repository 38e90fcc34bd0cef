import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { cellName, changeKinds, decidedStages, differingEdits } from "@/lib/settings/lock-table";
import { reasonCode } from "@/lib/settings/reason-code";
import {
  addReasonSchema,
  fulfillmentEmailSchema,
  lockTableSchema,
  mapWordSchema,
  rolesSchema,
} from "@/lib/settings/schema";
import { saved } from "@/lib/settings/setting-outcome";
import { foldWord } from "@/lib/settings/status-word";

describe("the table of locks", () => {
  const table = changeKinds.flatMap((kind) =>
    decidedStages.map((stage) => ({
      kind,
      stage,
      isLocked: stage === "picking",
      isLockedByDefault: stage === "picking",
    })),
  );

  test("saves only the edits that say something else", () => {
    expect(differingEdits(table, {})).toEqual([]);
    expect(differingEdits(table, { "add_line:open": false, "add_line:picking": true })).toEqual([]);
    expect(differingEdits(table, { "add_line:open": true, "add_line:picking": false })).toEqual([
      { kind: "add_line", stage: "open", is_locked: true },
      { kind: "add_line", stage: "picking", is_locked: false },
    ]);
  });

  test("an edit of a cell that is not there is nothing", () => {
    expect(
      differingEdits(table, {
        "set_quantity:packed": false,
        [cellName({ kind: "add_line", stage: "unknown" })]: false,
      }),
    ).toEqual([]);
  });

  test.each([
    ["not json", "{"],
    ["no list", JSON.stringify({ kind: "add_line" })],
    ["an unknown kind", JSON.stringify([{ kind: "teleport", stage: "open", is_locked: true }])],
    ["a word for a boolean", JSON.stringify([{ kind: "add_line", stage: "open", is_locked: "yes" }])],
    ["another key", JSON.stringify([{ kind: "add_line", stage: "open", is_locked: true, org_id: "x" }])],
    [
      "too many",
      JSON.stringify(Array.from({ length: 101 }, () => ({ kind: "add_line", stage: "open", is_locked: true }))),
    ],
  ])("takes no rules that are %s", (_, rules) => {
    expect(lockTableSchema.safeParse({ rules, expected_version: "3" }).success).toBe(false);
  });

  test("takes rules as the form sends them", () => {
    const rules = [{ kind: "add_line", stage: "open", is_locked: true }];
    expect(lockTableSchema.parse({ rules: JSON.stringify(rules), expected_version: "3" })).toEqual({
      rules,
      expected_version: 3,
    });
    expect(lockTableSchema.safeParse({ rules: "[]", expected_version: "-1" }).success).toBe(false);
  });
});

test.each([
  ["Customer's truck broke", [], "customer_s_truck_broke"],
  ["Über-Größe", [], "uber_gro_e"],
  ["  42 is the reason!  ", [], "is_the_reason"],
  ["理由", [], "reason"],
  ["Other", ["other"], "other_2"],
  ["Other", ["other", "other_2"], "other_3"],
  ["x".repeat(120), ["x".repeat(40)], `${"x".repeat(38)}_2`],
])("the code of %j is made of its words", (label, taken, code) => {
  expect(reasonCode(label, taken)).toBe(code);
  expect(code).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
});

test.each([
  ["Picked ", "picked"],
  ["\u00a0PICKED\t", "picked"],
  ["Ｐｉｃｋｅｄ", "picked"],
  ["Pending  Fulfillment", "pending fulfillment"],
])("%j is the word %j", (word, key) => {
  expect(foldWord(word)).toBe(key);
});

test.each([
  [mapWordSchema, { word: "", stage: "open" }],
  [mapWordSchema, { word: "Open", stage: "opened" }],
  [mapWordSchema, { word: "x".repeat(121), stage: "open" }],
  [mapWordSchema, { word: "Open", stage: "open", org_id: "another" }],
  [addReasonSchema, { label: "   " }],
  [addReasonSchema, { label: "x".repeat(121) }],
  [fulfillmentEmailSchema, { email: "not an address" }],
  [fulfillmentEmailSchema, { email: "a@b.test\r\nBcc: c@d.test" }],
  [rolesSchema, { member_id: crypto.randomUUID(), roles: [] }],
  [rolesSchema, { member_id: crypto.randomUUID(), roles: ["owner"] }],
  [rolesSchema, { member_id: "1", roles: ["admin"] }],
])("bad input %# is refused before it travels", (schema, input) => {
  expect(schema.safeParse(input).success).toBe(false);
});

test("an empty mailbox is a choice, an address is trimmed", () => {
  expect(fulfillmentEmailSchema.parse({ email: "  " })).toEqual({ email: "" });
  expect(fulfillmentEmailSchema.parse({ email: " dock@example.com " })).toEqual({ email: "dock@example.com" });
});

test("only the refusals to remove the last of something are answers", async () => {
  const refuse = (reason: string) => saved(() => Promise.reject(new AppError("conflict", { reason })));
  expect(await refuse("last_admin")).toEqual({ outcome: "last_admin" });
  expect(await refuse("last_reason")).toEqual({ outcome: "last_reason" });
  await expect(refuse("toString")).rejects.toThrow(AppError);
  await expect(saved(() => Promise.reject(new TypeError("bug")))).rejects.toThrow(TypeError);
  expect(await saved(async () => 1)).toEqual({ outcome: "saved" });
});
