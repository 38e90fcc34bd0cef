import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ImportSession } from "@/lib/imports/import-session";
import type { SourceFormat } from "@/lib/imports/source-format";
import { csvFile } from "../../support/csv-file.ts";

test.each(["open-orders.csv", "open-orders-day-2.csv"])(
  "%s needs no correction and survives a round trip",
  async (name) => {
    const bytes = readFileSync(new URL(`../../../public/samples/${name}`, import.meta.url));
    const { session, opened } = await ImportSession.open(new Blob([bytes]), null, async () => {});
    expect(opened).toMatchObject({ encoding: "utf-8-bom", delimiter: ",", lineEnding: "\r\n", rowProblemCount: 0 });
    expect(opened.proposal.missing).toEqual([]);
    expect(Object.keys(opened.proposal.fields)).toHaveLength(16);
    const { formats, dates, numbers, statusWords } = opened.examination;
    expect([dates.isAmbiguous, numbers.isAmbiguous, formats.date]).toEqual([false, false, "mdy"]);
    expect(statusWords.map(({ word }) => word)).toContain("Released to WH");

    const source: SourceFormat = {
      headers: opened.headers,
      fields: opened.proposal.fields,
      formats,
      encoding: opened.encoding,
      delimiter: opened.delimiter,
      line_ending: opened.lineEnding,
    };
    const rows = [...session.stage({ fields: source.fields, formats })].flatMap((chunk) => chunk.rows);
    expect(rows.length).toBeGreaterThan(100);
    const lines = rows.map(({ cells, fields }) => ({ cells, values: fields, siblingCells: null, isRemoved: false }));
    expect(Buffer.from(await csvFile(source, lines)).equals(bytes)).toBe(true);
  },
);
