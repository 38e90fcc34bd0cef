import { randomUUID } from "node:crypto";
import type { Command } from "./commands.ts";

const hash = "0".repeat(64);
const key = () => randomUUID();

/** What admins do with a file on its way into the orders. */
export const importCommands: Record<string, Command> = {
  begin_import: {
    role: "admin",
    args: (scene) => ({
      p_org: scene.org,
      p_file_name: "orders.csv",
      p_file_bytes: 100,
      p_file_hash: hash,
      p_format: { headers: ["Order"], fields: { order_number: 0 }, formats: {}, encoding: "utf-8", delimiter: "," },
      p_row_count: 1,
      p_idempotency_key: key(),
    }),
  },
  choose_missing_orders: {
    role: "admin",
    args: (scene) => ({ p_import_id: scene.import, p_order_ids: null, p_is_closing: true }),
  },
  commit_import: { role: "admin", args: (scene) => ({ p_import_id: scene.import, p_idempotency_key: key() }) },
  correct_import_rows: {
    role: "admin",
    args: (scene) => ({
      p_import_id: scene.import,
      p_corrections: [{ row: 1, cells: { 0: "SO-2" }, fields: { order_number: "SO-2" } }],
    }),
  },
  discard_import: { role: "admin", args: (scene) => ({ p_import_id: scene.import }) },
  import_progress: { role: "admin", args: (scene) => ({ p_import_id: scene.import }) },
  preview_import: { role: "admin", args: (scene) => ({ p_import_id: scene.import }) },
  restore_import_reading: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_source_id: scene.source, p_version: 1 }),
  },
  stage_import_rows: {
    role: "admin",
    args: (scene) => ({
      p_import_id: scene.import,
      p_rows: [{ row: 1, order_number: "1", line_key: null, fields: { order_number: "1", sku: "A" }, cells: ["1"] }],
    }),
  },
  stop_import: { role: "admin", args: (scene) => ({ p_import_id: scene.import }) },
  undo_import: { role: "admin", args: (scene) => ({ p_import_id: scene.import, p_idempotency_key: key() }) },
};
