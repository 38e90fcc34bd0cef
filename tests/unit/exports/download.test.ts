import { expect, test } from "vitest";
import { csvFile } from "@/lib/exports/csv-file";
import { exportDownload, exportFileName } from "@/lib/exports/download";
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
const pages = [[line("Müller"), line("x")], [line("“quoted”")]];

async function* inPages() {
  yield* pages;
}

test.each(ENCODINGS)(
  "a file that is streamed page by page in %s has the bytes of one written at once",
  async (encoding) => {
    const source: SourceFormat = {
      headers: ["Order No", "SKU", "Qty"],
      fields: { order_number: 0, sku: 1, quantity_ordered: 2 },
      formats: PLAIN_FORMATS,
      encoding,
      delimiter: ",",
      line_ending: "\r\n",
    };
    const whole = csvFile(source, pages.flat());
    const streamed = await exportDownload(source, inPages());
    expect(streamed.encoding).toBe(whole.encoding);
    expect(new Uint8Array(await new Response(streamed.body).arrayBuffer())).toEqual(whole.bytes);
  },
);

test("a file's name holds nothing that a header or a file system could trip over", () => {
  expect(exportFileName({ number: 12, scope: "updates" })).toBe("export-12-updates.csv");
  const source = { name: 'Müller "open"\r\n/orders.csv', position: 2 };
  expect(exportFileName({ number: 3, scope: "open" }, source)).toBe("export-3-open-orders-2-Muller-open-orders.csv");
});
