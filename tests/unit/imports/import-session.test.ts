import { expect, test } from "vitest";
import { type Checkpoint, ImportSession } from "@/lib/imports/import-session";
import { FileRefused } from "@/lib/imports/problems";
import type { SourceFormat } from "@/lib/imports/source-format";

const ignore: Checkpoint = async () => {};
const blob = (text: string) => new Blob([text]);

const file = `Order;Line;Part No;Qty;Need by;Status
100;1;A;1,5;03/04/2026;Open
100;2;B;2;03/04/2026;Open
101;1;C;1.000,25;05/04/2026; Picked
`;

test("opens a file with everything the mapping page needs", async () => {
  const { opened } = await ImportSession.open(blob(file), null, ignore);
  expect(opened).toMatchObject({
    encoding: "utf-8",
    delimiter: ";",
    lineEnding: "\n",
    headers: ["Order", "Line", "Part No", "Qty", "Need by", "Status"],
    rowCount: 3,
    rowProblemCount: 0,
    proposal: { missing: [], fields: { order_number: 0, line_number: 1, sku: 2, quantity_ordered: 3 } },
    examination: {
      formats: { decimal: ",", group: "." },
      dates: { isAmbiguous: true },
      statusWords: [
        { field: "order_status", word: "Open", rows: 2 },
        { field: "order_status", word: "Picked", rows: 1 },
      ],
    },
  });
  expect(opened.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("what was answered for the same source last time isn't asked again", async () => {
  const { opened } = await ImportSession.open(blob(file), null, ignore);
  const earlier: SourceFormat = {
    headers: opened.headers,
    fields: opened.proposal.fields,
    formats: { ...opened.examination.formats, date: "dmy" },
    encoding: opened.encoding,
    delimiter: opened.delimiter,
    line_ending: opened.lineEnding,
  };
  const again = await ImportSession.open(blob(file), earlier, ignore);
  expect(again.opened.proposal.isRemembered).toBe(true);
  expect(again.opened.examination).toMatchObject({ formats: { date: "dmy" }, dates: { isAmbiguous: false } });
});

test("a header without rows is refused", async () => {
  await expect(ImportSession.open(blob("Order,SKU,Quantity\n"), null, ignore)).rejects.toThrow(FileRefused);
});

test("a checkpoint that throws stops the work", async () => {
  const stop: Checkpoint = async (phase) => {
    if (phase === "checking") throw new Error("stopped");
  };
  await expect(ImportSession.open(blob(file), null, stop)).rejects.toThrow("stopped");
});

test("a mapping the person corrected is examined anew, then staged", async () => {
  const { session } = await ImportSession.open(blob(file), null, ignore);
  const fields = { order_number: 0, sku: 2, quantity_ordered: 3, line_status: 5 };
  const { formats, statusWords } = await session.examine(fields);
  expect(statusWords.map(({ field }) => field)).toEqual(["line_status", "line_status"]);
  const [chunk] = [...session.stage({ fields, formats })];
  expect(chunk?.rows.at(-1)).toMatchObject({ row: 4, fields: { quantity_ordered: "1000.25", line_status: "Picked" } });
});
