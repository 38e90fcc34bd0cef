import { describe, expect, test } from "vitest";
import { blockersOf, NO_ANSWERS } from "@/lib/imports/column-plan";
import { describeLayout, describeRows } from "@/lib/imports/describe-reading";
import { FileRefused } from "@/lib/imports/problems";
import { readImport } from "../../support/import-fixture.ts";

const blockers = ({ opened }: Awaited<ReturnType<typeof readImport>>) =>
  blockersOf(opened, opened.proposal.fields, opened.examination, NO_ANSWERS).map(({ kind }) => kind);

describe("order values on the first row only", () => {
  const file = `Order No,Customer,Status,SKU,Qty
SO-1,Acme,Open,A,1
,,,B,2
,,,C,3
SO-2,Bolt,Held,A,4
`;
  test("are carried down, and the row keeps its own cells", async () => {
    const { rows, opened } = await readImport(file);
    expect(
      rows.map(({ order_number, fields }) => [order_number, fields.customer, fields.order_status, fields.sku]),
    ).toEqual([
      ["SO-1", "Acme", "Open", "A"],
      ["SO-1", "Acme", "Open", "B"],
      ["SO-1", "Acme", "Open", "C"],
      ["SO-2", "Bolt", "Held", "A"],
    ]);
    expect(rows[1]?.cells).toEqual(["", "", "", "B", "2"]);
    expect(describeLayout(opened, opened.examination)).toEqual([
      "Row 3 has no order number and no other value of an order: it continues order SO-1.",
    ]);
  });

  test("also where the number is repeated and the rest is blank", async () => {
    const { rows } = await readImport("Order No,Customer,SKU,Qty\nSO-1,Acme,A,1\nSO-1,,B,2\nSO-2,Bolt,A,1\n");
    expect(rows.map(({ fields }) => fields.customer)).toEqual(["Acme", "Acme", "Bolt"]);
  });

  test("a number that is missing in a file that repeats them is a mistake, and stays one", async () => {
    const { rows, format } = await readImport(
      "Order No,Customer,SKU,Qty\nSO-1,Acme,A,1\nSO-1,Acme,B,2\n,Acme,C,1\n,,D,1\n",
    );
    expect(format.continuation).toBe("full");
    expect(rows.map(({ order_number }) => order_number)).toEqual(["SO-1", "SO-1", "", ""]);
  });

  test("where nothing of an order could tell, exactly one question", async () => {
    const read = await readImport("Order No,SKU,Qty\nSO-1,A,1\n,B,2\nSO-2,A,1\n");
    expect(blockers(read)).toEqual(["continuation"]);
    const { opened } = read;
    const no = { ...NO_ANSWERS, continues: false };
    expect(blockersOf(opened, opened.proposal.fields, opened.examination, no)).toEqual([]);
  });
});

test("rows above the column names are left out and said so; sums below are no lines", async () => {
  const file = `Open orders,,,
Printed 11/25/2026,,,

Order No,SKU,Qty,Customer
SO-1,A,1,Acme
SO-2,B,2,Bolt
Grand total,,3,
`;
  const { opened, rows, format } = await readImport(file);
  expect(rows.map(({ row }) => row)).toEqual([5, 6]);
  expect(describeRows(opened.examination.rows)).toBe(
    "7 rows: 2 order lines, 3 above the column names, 1 with the column names, 1 of sums.",
  );
  expect(format).toMatchObject({ header_row: 4, rows: { total: 7, lines: 2 } });
  expect(describeLayout(opened, opened.examination)[0]).toContain("Rows 1 to 3 stand above the column names");
});

test("a row without an item that is no sum is a mistake somebody should see", async () => {
  const { rows } = await readImport("Order No,SKU,Qty\nSO-1,A,1\nSO-2,,2\n");
  expect(rows.map(({ fields }) => fields.sku)).toEqual(["A", null]);
});

describe("two files", () => {
  const orders = "Order No,Customer,Status\nSO-1,Acme,Open\nSO-2,Bolt,Open\nSO-3,Cone,Open\n";
  const items = "Line,Order No,SKU,Qty\n1,SO-1,A,1\n2,SO-1,B,2\n1,so-2 ,A,5\n";

  test("are joined by the column both have, in whatever order they come", async () => {
    for (const files of [
      [orders, items],
      [items, orders],
    ]) {
      const read = await readImport(files);
      expect(blockers(read)).toEqual([]);
      expect(read.format).toMatchObject({ table: "joined", join: { orders: "Order No", items: "Order No" } });
      expect(
        read.rows.map(({ row, order_number, line_key, fields }) => [
          row,
          order_number,
          line_key,
          fields.customer,
          fields.sku,
        ]),
      ).toEqual([
        [2, "SO-1", "1", "Acme", "A"],
        [3, "SO-1", "2", "Acme", "B"],
        [4, "SO-2", "1", "Bolt", "A"],
      ]);
      expect(read.format.rows).toEqual({
        total: 8,
        lines: 3,
        skipped: [
          { reason: "header", count: 2 },
          { reason: "order", count: 3 },
        ],
      });
      expect(read.opened.rest).toMatchObject({ items: 0, orders: 1, orderExamples: ["SO-3"] });
    }
  });

  test("items of an order that isn't there have to be left out by a person", async () => {
    const read = await readImport([orders, `${items}1,SO-9,C,1\n`]);
    expect(blockers(read)).toEqual(["unmatched"]);
    expect(read.opened.rest).toMatchObject({ items: 1, itemExamples: ["SO-9"] });
    expect(read.rows).toHaveLength(3);
  });

  test("an order that is there twice is named, and nothing can be imported", async () => {
    const read = await readImport([`Order No,Customer,Ref\nSO-1,Acme,x\nSO-2,Bolt,y\nSO-2,Bolt,z\n`, items]).catch(
      (error: unknown) => error,
    );
    expect(read).toBeInstanceOf(FileRefused);
  });

  test("without a common column they are refused in words", async () => {
    const read = await readImport([orders, "Place,Price\nX,1\nY,2\n"]).catch((error: unknown) => error);
    expect((read as FileRefused).problem.code).toBe("files_do_not_join");
  });

  test("names both have say whose they are", async () => {
    const { opened } = await readImport([
      "Order No,Customer,Status\nSO-1,Acme,Open\nSO-2,Bolt,Open\n",
      "Order No,SKU,Qty,Status\nSO-1,A,1,Picked\nSO-1,B,1,Open\nSO-2,A,1,Open\n",
    ]);
    expect(opened.headers).toEqual(["Order No", "Customer", "Status", "SKU", "Qty", "Item Status"]);
    expect(opened.proposal.fields).toMatchObject({ order_status: 2, line_status: 5 });
  });
});

describe("two kinds of rows in one file", () => {
  test("an item before the first order, and a word that is neither, are named", async () => {
    const file = `Kind,Order No,Customer\nKind,SKU,Qty\nO,SO-1,Acme\nI,A,1\nI,B,2\nX,C,3\n`;
    const { opened } = await readImport(file).catch(() => ({ opened: null }));
    // A third kind of row makes it no such file: it is read as one list, whose rows then don't fit.
    expect(opened?.table ?? "rows").toBe("rows");
  });

  test("both may be padded to the same length, as spreadsheets do", async () => {
    const file = `SO,Order No,Customer,,\nItem,SKU,Qty,Unit,Note\nSO,SO-1,Acme,,\nItem,A,1,ea,\nItem,B,2,ea,x\nSO,SO-2,Bolt,,\nItem,A,3,ea,\n`;
    const { rows, opened, format } = await readImport(file);
    expect(opened.headers).toEqual(["Order No", "Customer", "SKU", "Qty", "Unit", "Note"]);
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [4, "SO-1", "Acme", "A", "1", "ea", ""],
      [5, "SO-1", "Acme", "B", "2", "ea", "x"],
      [7, "SO-2", "Bolt", "A", "3", "ea", ""],
    ]);
    expect(format.rows).toMatchObject({ total: 7, lines: 3 });
  });
});

test("items above their lines, also in a report we don't know", async () => {
  const file = `Open lines by order,,\nOrder,Due,Qty\nWIDGET-9,,\n100,11/30/2026,5\n101,12/04/2026,2\nTotal WIDGET-9,,7\nGADGET-1 (Gadget),,\n100,11/30/2026,1\nTotal GADGET-1,,1\nGrand Total,,8\n`;
  const { rows, format } = await readImport(file);
  expect(
    rows.map(({ order_number, fields }) => [order_number, fields.sku, fields.description, fields.quantity_ordered]),
  ).toEqual([
    ["100", "WIDGET-9", null, "5"],
    ["101", "WIDGET-9", null, "2"],
    ["100", "GADGET-1", "Gadget", "1"],
  ]);
  expect(format.rows).toMatchObject({ total: 10, lines: 3 });
});
