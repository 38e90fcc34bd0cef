import { createHash } from "node:crypto";
import { type Command, insist, newKey } from "./as-person.ts";
import type { BookOrder } from "./order-book.ts";
import { sourceFormat, stagedRows } from "./source-file.ts";

const ROWS_PER_CALL = 1_000;

/** Brings the orders in by the import's own commands; what their status words mean was said before. */
export async function importOrders(
  admin: Command,
  orgId: string,
  fileName: string,
  orders: BookOrder[],
): Promise<void> {
  const rows = stagedRows(orders);
  const text = rows.map((row) => row.cells.join(",")).join("\r\n");
  const begun = insist(
    await admin("begin_import", {
      p_org: orgId,
      p_file_name: fileName,
      p_file_bytes: Buffer.byteLength(text),
      p_file_hash: createHash("sha256").update(text).digest("hex"),
      p_format: sourceFormat,
      p_row_count: rows.length,
      p_idempotency_key: newKey(),
    }),
    "staging",
  );
  for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
    await admin("stage_import_rows", {
      p_import_id: begun.import_id,
      p_rows: rows.slice(start, start + ROWS_PER_CALL),
    });
  }
  insist(await admin("preview_import", { p_import_id: begun.import_id }), "previewed");
  insist(await admin("commit_import", { p_import_id: begun.import_id, p_idempotency_key: newKey() }), "committed");
}
