import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lineOf, readOrder, readOrders } from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submit, submitted } from "../../support/requests.ts";
import { download, nothingNew, upload } from "../../support/round-trip.ts";

const text = [
  "Order No;Customer;Status;Ship By;Line;SKU;Qty Ordered;Unit Price;Remark",
  "0012;Müller;Open;14.09.2031;1;BOLT-8;1.250,50;9,90;=1+1",
  "0012;Müller;Open;14.09.2031;2;NUT-8;4;0,05;",
  "0013;O'Hara;Open;15.09.2031;1;BOLT-8;7;9,90;plain",
].join("\r\n");

test("what is exported comes back as it was, and importing it again changes nothing", async () => {
  const org = await createOrganization();
  await upload(org, text, null);
  expect(lineOf(await readOrder(org, "0012")).quantity).toBe("1250.5");

  const order = await readOrder(org, "0012");
  const request = await submitted(org.requester, order, [
    { kind: "set_quantity", line_id: lineOf(order).id, quantity: "1300" },
    { kind: "set_line_date", line_id: lineOf(order, 2).id, requested_ship_date: "2031-10-01" },
  ]);
  expect((await decide(org.approver, request, "approve")).outcome).toBe("applied");

  const updates = await download(org, "updates");
  expect(new TextDecoder().decode(updates?.bytes).trimEnd().split("\r\n")).toEqual([
    "Order No;Customer;Status;Ship By;Line;SKU;Qty Ordered;Unit Price;Remark",
    `0012;Müller;Open;14.09.2031;1;BOLT-8;1.300,00;9,90;"'=1+1"`,
    "0012;Müller;Open;01.10.2031;2;NUT-8;4;0,05;",
  ]);

  const before = await readOrders(org);
  for (const scope of ["updates", "open"] as const) {
    const file = scope === "updates" ? updates : await download(org, scope);
    if (!file) throw new Error("Nothing was exported.");
    const { counts } = await upload(org, file.bytes, file.source);
    expect(counts, scope).toMatchObject(nothingNew);
  }
  const after = await readOrders(org);
  for (const [number, { version, shipDate, lines }] of Object.entries(before)) {
    expect(after[number], number).toMatchObject({
      version,
      shipDate,
      lines: lines.map(({ id, quantity, shipDate }) => ({ id, quantity, shipDate })),
    });
  }
});

test("what only a difference says was shipped is stored, is the floor of a change, and stays true in the export", async () => {
  const org = await createOrganization();
  const file = readFileSync(join(import.meta.dirname, "../../fixtures/imports/business-central.csv"));
  expect((await upload(org, file, null)).counts).toMatchObject({ errors: 0, new_lines: 7 });
  const shipped = () => superuser<{ line: string; shipped: string | null }[]>`
    select o.order_number || ' ' || l.line_key as line, trim_scale(l.quantity_shipped)::text as shipped
    from public.order_lines l join public.orders o on o.id = l.order_id where l.org_id = ${org.id} and l.quantity_shipped > 0 order by 1`;
  const before = [
    { line: "S-ORD101041 10000", shipped: "4" },
    { line: "S-ORD101042 10000", shipped: "2" },
  ];
  expect(await shipped()).toEqual(before);

  await superuser`update public.orders set status_word = 'Open', stage = 'open' where org_id = ${org.id}`;
  const order = await readOrder(org, "S-ORD101041");
  const set = (quantity: string) => [{ kind: "set_quantity", line_id: lineOf(order).id, quantity }];
  expect(await submit(org.requester, order, set("3"))).toMatchObject({
    outcome: "refused",
    problems: [{ code: "below_floor", floor: "4" }],
  });
  const request = await submitted(org.requester, order, set("12"));
  expect((await decide(org.approver, request, "approve")).outcome).toBe("applied");

  const updates = await download(org, "updates");
  expect(new TextDecoder().decode(updates?.bytes)).toContain("ATHENS Desk,MAIN,12,PCS,6,8,1/25/2027");
  expect((await upload(org, updates?.bytes ?? "", updates?.source ?? null)).counts).toMatchObject(nothingNew);
  expect(await shipped()).toEqual(before);
});
