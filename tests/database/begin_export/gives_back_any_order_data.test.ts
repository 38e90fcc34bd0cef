import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRecord } from "@/lib/exports/csv";
import { encodeFile } from "@/lib/exports/encode";
import type { FieldName } from "@/lib/imports/fields";
import { formatCell } from "@/lib/imports/formats";
import type { SourceFormat, ValueFormats } from "@/lib/imports/source-format";
import { anyAmount, anyDay, anyFormats, anyLine, anyName, anyStyle, type Line } from "../../support/any-order-data.ts";
import { type OrderRow, readOrders } from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";
import { decide, submitted } from "../../support/requests.ts";
import { download, nothingNew, upload } from "../../support/round-trip.ts";

const headers = [
  "Order No",
  "Customer",
  "Status",
  "Line",
  "SKU",
  "Description",
  "Qty",
  "Unit Price",
  "Need by",
  "Note",
];
const fields: Partial<Record<FieldName, number>> = {
  order_number: 0,
  customer: 1,
  order_status: 2,
  line_number: 3,
  sku: 4,
  description: 5,
  quantity_ordered: 6,
  unit_price: 7,
  line_requested_ship_date: 8,
};

type Order = { number: string; customer: string; lines: Line[]; change: { quantity: string; date: string } | null };

const orders: fc.Arbitrary<Order[]> = fc.uniqueArray(
  fc.record({
    // An order whose number is only dots has no page, and numbers that differ in case alone are still two.
    number: anyName.filter((name) => !/^\.+$/.test(name)),
    customer: anyName,
    lines: fc.array(anyLine, { minLength: 1, maxLength: 3 }),
    change: fc.option(
      fc.record({
        quantity: anyAmount.filter((amount) => Number(amount) > 0),
        date: anyDay.map((at) => at.toISOString().slice(0, 10)),
      }),
    ),
  }),
  { minLength: 1, maxLength: 4, selector: ({ number }) => number.normalize("NFKC").toLowerCase() },
);

function cellsOf({ number, customer, lines }: Order, how: ValueFormats): string[][] {
  const like = how.group === "" ? `1${how.decimal}5` : `1${how.group}234${how.decimal}5`;
  return lines.map(({ texts: [, , sku, description], quantity, price, date, note }, index) => [
    number,
    customer,
    "Open",
    String(index + 1),
    sku,
    description,
    formatCell("quantity_ordered", quantity, how, like),
    formatCell("unit_price", price, how, like),
    formatCell("line_requested_ship_date", date, how, ""),
    note,
  ]);
}

/** What orders say. A cell that an approved change moved is in the file as it is now; all others are as they came. */
const facts = (all: Record<string, OrderRow>) =>
  Object.values(all).map(({ number, version, stage, lines }) => ({
    number,
    version,
    stage,
    lines: lines.map(({ cells, ...line }) => ({
      ...line,
      cells: cells?.filter(
        (_, column) => column !== fields.quantity_ordered && column !== fields.line_requested_ship_date,
      ),
    })),
  }));

test("whatever the orders are and however their file is written: export, then import, changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      orders,
      anyStyle,
      anyFormats,
      fc.constantFrom("csv" as const, "xlsx" as const),
      async (given, { encoding, delimiter, line_ending }, formats, container) => {
        const org = await createOrganization();
        const style = { delimiter, line_ending, numberColumns: new Set([6, 7]) };
        const records = [headers, ...given.flatMap((order) => cellsOf(order, formats))];
        const file = encodeFile(records.map((record) => csvRecord(record, style)).join(""), encoding);
        const like: SourceFormat = {
          headers,
          fields,
          formats,
          encoding: file.encoding,
          delimiter,
          line_ending,
          preset: "none",
        };
        const first = await upload(org, file.bytes, like);
        const lines = given.flatMap((order) => order.lines);
        expect(first.counts).toMatchObject({ errors: 0, new_lines: lines.length });

        const imported = await readOrders(org);
        let approved = 0;
        for (const { number, change } of given) {
          const order = Object.values(imported).find((one) => one.number === number);
          const [line] = order?.lines ?? [];
          if (!change || !order || !line) continue;
          const request = await submitted(org.requester, order, [
            { kind: "set_quantity", line_id: line.id, quantity: change.quantity },
            { kind: "set_line_date", line_id: line.id, requested_ship_date: change.date },
          ]).catch(() => null); // as it is already
          if (request && (await decide(org.approver, request, "approve")).outcome === "applied") approved += 1;
        }
        const before = facts(await readOrders(org));
        for (const scope of ["updates", "open"] as const) {
          const file = await download(org, scope, container);
          expect(file?.rows ?? 0, scope).toBe(scope === "open" ? lines.length : approved);
          if (!file) continue;
          const source = { ...file.source, ...(container === "xlsx" && { container, sheet: "Orders" }) };
          const { counts } = await upload(org, file.bytes, source);
          expect(counts, scope).toMatchObject(nothingNew);
          expect(facts(await readOrders(org)), scope).toEqual(before);
        }
      },
    ),
    { numRuns: Number(process.env.ROUND_TRIPS ?? 12), endOnFailure: true },
  );
});
