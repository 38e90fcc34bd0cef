import { expect, test } from "vitest";
import { csvDownload } from "@/lib/exports/download";
import { encodeFile } from "@/lib/exports/encode";
import { exportFileName } from "@/lib/exports/file-name";
import type { ExportLine } from "@/lib/exports/render-rows";
import { ENCODINGS } from "@/lib/imports/encodings";
import { PLAIN_FORMATS } from "@/lib/imports/formats";
import type { SourceFormat } from "@/lib/imports/source-format";

const line = (sku: string): ExportLine => ({
  cells: ["A-1", sku, "2"],
  siblingCells: null,
  values: { quantity_ordered: "3" },
  isRemoved: false,
});
const formatIn = (encoding: SourceFormat["encoding"]): SourceFormat => ({
  headers: ["Order No", "SKU", "Qty"],
  fields: { order_number: 0, sku: 1, quantity_ordered: 2 },
  formats: PLAIN_FORMATS,
  encoding,
  delimiter: ",",
  line_ending: "\r\n",
});

async function* inPages() {
  yield [line("Müller"), line("x")];
  yield [line("“quoted”")];
}

const text = "Order No,SKU,Qty\r\nA-1,Müller,3\r\nA-1,x,3\r\nA-1,“quoted”,3\r\n";

test.each(ENCODINGS)("a file that is streamed in %s has the bytes of one written at once", async (encoding) => {
  const { body } = csvDownload({ format: formatIn(encoding), letters: "ü“”" }, inPages());
  expect(new Uint8Array(await new Response(body).arrayBuffer())).toEqual(encodeFile(text, encoding).bytes);
});

test("a letter the encoding lacks is known before the first byte, and turns all of the file into UTF-8", async () => {
  const { body, contentType } = csvDownload({ format: formatIn("windows-1252"), letters: "ü“”Ł" }, inPages());
  expect(contentType).toBe("text/csv; charset=utf-8");
  expect(new Uint8Array(await new Response(body).arrayBuffer())).toEqual(encodeFile(text, "utf-8-bom").bytes);
});

test("a file's name holds nothing that a header or a file system could trip over", () => {
  const requests: { reference: string }[] = [];
  expect(exportFileName({ number: 12, scope: "updates", requests }, "csv")).toBe("export-12-updates.csv");
  const source = { name: 'Müller "open"\r\n/orders.csv', position: 2 };
  expect(exportFileName({ number: 3, scope: "open", requests }, "xlsx", source)).toBe(
    "export-3-open-orders-2-Muller-open-orders.xlsx",
  );
  expect(exportFileName({ number: 4, scope: "request", requests: [{ reference: "CR-000007" }] }, "csv")).toBe(
    "export-4-CR-000007.csv",
  );
});
