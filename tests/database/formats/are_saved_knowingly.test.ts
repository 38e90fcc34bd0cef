import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { auditCount } from "../../support/imports.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const wide = { order_number: [], sku: [{ pattern: "A+-#", example: "WIDGET-1" }], import_misfits: "warn" };

const empty = await createOrganization();

const save = (org: Organization, formats: unknown, known: number | null = null) =>
  ask(org.admin.userId, "save_formats", { p_org: org.id, p_formats: formats, p_known_misfits: known });

test("whoever would shut out open orders or lines is told how many, and saves only knowing it", async () => {
  const org = await createOrganization();
  await createOrder(org.id, { number: "SO-1", lines: [{ sku: "WIDGET-1" }, { sku: "odd" }, { sku: "odd" }] });
  await createOrder(org.id, { number: "W-1", lines: [{ sku: "WIDGET-2" }] });
  await createOrder(org.id, { number: "OLD", statusWord: "Shipped", lines: [{ sku: "gone" }] });
  const formats = { ...wide, order_number: [{ pattern: "SO-#+", example: "SO-1" }] };
  const misfits = {
    orders: 2,
    odd_orders: 1,
    order_examples: ["W-1"],
    lines: 4,
    odd_lines: 2,
    sku_examples: ["odd"],
  };
  expect(await ask(org.admin.userId, "count_misfits", { p_org: org.id, p_formats: formats })).toEqual({
    outcome: "counted",
    ...misfits,
  });
  const before = await footprint(org.id);
  expect(await save(org, formats)).toEqual({ outcome: "misfits", ...misfits });
  expect(await save(org, formats, 2)).toMatchObject({ outcome: "misfits" });
  expect(await footprint(org.id)).toEqual(before);
  expect(await save(org, formats, 3)).toMatchObject({ outcome: "saved" });
  expect(await save(org, formats)).toEqual({ outcome: "unchanged" });
  expect(await auditCount(org, "formats.saved")).toBe(1);
  const kept =
    await superuser`select subject, position, pattern, example from public.formats where org_id = ${org.id} order by subject`;
  expect([...kept]).toEqual([
    { subject: "order_number", position: 1, pattern: "SO-#+", example: "SO-1" },
    { subject: "sku", position: 1, pattern: "A+-#", example: "WIDGET-1" },
  ]);
});

test.each([
  [{ ...wide, sku: [{ pattern: "(a+)+$", example: "aaa" }] }, "unreadable_format"],
  [{ ...wide, sku: [{ pattern: "*", example: "x" }] }, "unreadable_format"],
  [{ ...wide, sku: [{ pattern: "#", example: "x" }] }, "example_does_not_fit"],
  [{ ...wide, sku: [{ pattern: "#" }] }, "example_does_not_fit"],
  [{ ...wide, sku: Array(6).fill({ pattern: "#", example: "1" }) }, "invalid_formats"],
  [{ ...wide, sku: "A#" }, "invalid_formats"],
  [{ ...wide, import_misfits: "ignore" }, "invalid_formats"],
  [{ ...wide, customer: [] }, "invalid_formats"],
  [{ sku: [], import_misfits: "warn" }, "invalid_formats"],
  [null, "invalid_formats"],
  [[], "invalid_formats"],
])("refuses %j", async (formats, reason) => {
  const before = await footprint(empty.id);
  expect(await save(empty, formats, 99)).toMatchObject({ code: "PT422", reason });
  expect(await footprint(empty.id)).toEqual(before);
});
