import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { cellName, changedRules, lockTable } from "@/lib/settings/lock-table";
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
  const standard = lockTable([]);
  const open = standard.filter(({ isLocked }) => !isLocked).map(cellName);

  test("is open through released and locked while picking where nothing was set", () => {
    expect(standard).toHaveLength(36);
    expect(standard.filter(({ isLocked }) => isLocked).every(({ stage }) => stage === "picking")).toBe(true);
  });

  test("takes the organization's own rules", () => {
    const rules = [
      { kind: "add_line", stage: "released", is_locked: true },
      { kind: "set_quantity", stage: "picking", is_locked: false },
    ];
    const table = lockTable(rules);
    expect(table.find(({ kind, stage }) => kind === "add_line" && stage === "released")?.isLocked).toBe(true);
    expect(table.find(({ kind, stage }) => kind === "set_quantity" && stage === "picking")?.isLocked).toBe(false);
  });

  test("saves only what differs", () => {
    expect(changedRules(standard, open)).toEqual([]);
    expect(
      changedRules(
        standard,
        open.filter((cell) => cell !== "add_line:open"),
      ),
    ).toEqual([{ kind: "add_line", stage: "open", isLocked: true }]);
    expect(changedRules(standard, [...open, "add_line:picking"])).toEqual([
      { kind: "add_line", stage: "picking", isLocked: false },
    ]);
  });

  test("has no cell for picked and later, whoever sends one", () => {
    expect(lockTableSchema.safeParse({ open: ["set_quantity:picked"] }).success).toBe(false);
    expect(lockTableSchema.safeParse({ open: ["__proto__"] }).success).toBe(false);
    expect(lockTableSchema.parse({})).toEqual({ open: [] });
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
