import "server-only";
import { hexOf } from "@/lib/audit/entry-row";
import { type HashedRow, hashedColumns, hashedFields, hashingRule } from "@/lib/audit/hashed-fields";
import { type EntryFilter, filtered } from "@/lib/audit/queries";
import { type CsvStyle, csvRecord } from "@/lib/exports/csv";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

export type AuditFormat = "csv" | "json";

/** `filter` null: a search nothing can match. */
type Options = { org: { id: string; name: string }; filter: EntryFilter | null; format: AuditFormat };

/** The API cuts every answer at this many rows. */
const ROWS_PER_READ = 1_000;

const style: CsvStyle = { delimiter: ",", line_ending: "\r\n", numberColumns: new Set([1]) };

/**
 * Every matching entry up to the head at the start, the oldest first, read as it is sent: memory stays flat however long
 * the trail is. Breaks off rather than ending early, so that a cut file is never taken for a whole one.
 */
export async function auditFile(
  db: Db,
  { org, filter, format }: Options,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const heads = await read(db.from("audit_heads").select("seq, hash:hash::text").eq("org_id", org.id));
  const head = { seq: heads[0]?.seq ?? 0, hash: hexOf(String(heads[0]?.hash ?? "")) };
  const pages = entryPages(db, org.id, filter, head.seq);
  const pieces =
    format === "csv"
      ? csvPieces(pages)
      : jsonPieces(pages, { organization: org.name, exported_at: new Date().toISOString(), head });
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}

type Pages = AsyncGenerator<HashedRow[], undefined>;
type Pieces = AsyncGenerator<string, undefined>;

async function* entryPages(db: Db, orgId: string, filter: EntryFilter | null, lastSeq: number): Pages {
  let seq = 0;
  while (filter !== null && seq < lastSeq) {
    const rows = await read(
      filtered(db, orgId, filter, hashedColumns)
        .gt("seq", seq)
        .lte("seq", lastSeq)
        .order("seq")
        .limit(ROWS_PER_READ)
        .overrideTypes<HashedRow[], { merge: false }>(),
    );
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_PER_READ) return;
    seq = rows.at(-1)?.seq ?? lastSeq;
  }
}

async function* csvPieces(pages: Pages): Pieces {
  const names = hashedFields.map(([name]) => name);
  // The mark makes Excel read UTF-8.
  yield `\ufeff${csvRecord(names, style)}`;
  for await (const rows of pages) yield rows.map((row) => csvRecord(cellsOf(row), style)).join("");
}

async function* jsonPieces(pages: Pages, about: object): Pieces {
  const opening = JSON.stringify({ ...about, hashing: hashingRule }, null, 2).slice(0, -2);
  yield `${opening},\n  "entries": [`;
  let separator = "\n";
  for await (const rows of pages) {
    yield separator + rows.map((row) => JSON.stringify(recordOf(row))).join(",\n");
    separator = ",\n";
  }
  yield "\n  ]\n}\n";
}

function cellsOf(row: HashedRow): string[] {
  return hashedFields.map(([, value]) => value(row) ?? "");
}

function recordOf(row: HashedRow): Record<string, string | null> {
  return Object.fromEntries(hashedFields.map(([name, value]) => [name, value(row)]));
}
