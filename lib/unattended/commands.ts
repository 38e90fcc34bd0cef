import "server-only";
import { z } from "zod";
import type { CreateExportOutcome, ExportScope } from "@/lib/exports/export-view";
import type { ExportLineRow, ExportRunRow } from "@/lib/exports/queries";
import { LONG_STEP_MS } from "@/lib/imports/limits";
import { sourceFormatSchema } from "@/lib/imports/source-format";
import { adminClient } from "@/lib/supabase/admin";
import type { Json } from "@/lib/supabase/database.types";
import { rpc } from "@/lib/supabase/rpc";
import type { ImportDoor } from "./import-door";

/*
 * The one place where the server's key works for an API key or for a sheet that is due. Every command here takes the
 * credential and asks the database again whether it still holds; no row is read past it.
 */

const sourcesSchema = z.array(z.object({ name: z.string(), format: z.unknown() }));

export function importsAs(credential: string): ImportDoor {
  const db = adminClient();
  const by = { p_credential: credential };
  return {
    sources: async () => {
      const rows = sourcesSchema.parse(await rpc(db, "list_import_sources_unattended", by));
      // A format an older version wrote differently is only a proposal that is missing.
      return rows.flatMap(({ name, format }) => {
        const known = sourceFormatSchema.safeParse(format).data;
        return known ? [{ name, format: known }] : [];
      });
    },
    begin: ({ fileName, fileBytes, fileHash, format, rowCount, key }) =>
      rpc(db, "begin_import_unattended", {
        ...by,
        p_file_name: fileName,
        p_file_bytes: fileBytes,
        p_file_hash: fileHash as string,
        p_format: format,
        p_row_count: rowCount,
        p_idempotency_key: key,
      }),
    stage: async (importId, rows) => {
      await rpc(
        db,
        "stage_import_rows_unattended",
        { ...by, p_import_id: importId, p_rows: rows as Json },
        { timeoutMs: 60_000 },
      );
    },
    preview: (importId) =>
      rpc(db, "preview_import_unattended", { ...by, p_import_id: importId }, { timeoutMs: LONG_STEP_MS }),
    commit: (importId, key) =>
      rpc(
        db,
        "commit_import_unattended",
        { ...by, p_import_id: importId, p_idempotency_key: key },
        { timeoutMs: LONG_STEP_MS },
      ),
    discard: async (importId) => {
      await rpc(db, "discard_import_unattended", { ...by, p_import_id: importId });
    },
    state: (importId) => rpc(db, "get_import_unattended", { ...by, p_import_id: importId }),
  };
}

export type KeyUse =
  | { outcome: "allowed"; slug: string; organization: string }
  | { outcome: "limited"; retry_after: number }
  | { outcome: "refused"; reason: string; hint: string; status: 401 | 403; facts: Record<string, unknown> | null };

/** Whose key it is and whether it may; counted, also when it may not. */
export function checkApiKey(credential: string, scope: string, address: string | null): Promise<KeyUse> {
  return rpc(adminClient(), "use_api_key", {
    p_credential: credential,
    p_scope: scope,
    p_address: address as string,
  });
}

/** A row of an export's list; `ExportRunRow` with what a list shows. */
export type ListedExport = ExportRunRow & { row_count: number; order_count: number; created_at: string };

export function exportsAs(credential: string) {
  const db = adminClient();
  const by = { p_credential: credential };
  return {
    begin: (scope: ExportScope, reference: string | null, key: string): Promise<CreateExportOutcome> =>
      rpc(
        db,
        "begin_export_unattended",
        { ...by, p_scope: scope, p_reference: reference as string, p_idempotency_key: key },
        { timeoutMs: 130_000 },
      ),
    list: (scope: ExportScope | null, before: number | null, limit: number): Promise<ListedExport[]> =>
      rpc(db, "list_exports_unattended", {
        ...by,
        p_scope: scope as string,
        p_before: before as number,
        p_limit: limit,
      }),
    lines: (exportId: string, sourceId: string | null, after: number, limit: number): Promise<ExportLineRow[]> =>
      rpc(db, "read_export_lines_unattended", {
        ...by,
        p_export_id: exportId,
        p_source_id: sourceId as string,
        p_after: after,
        p_limit: limit,
      }),
  };
}

/** A reading of a saved sheet, with the credential it works by. */
export type SheetRun = {
  credential: string;
  sheet_id: string;
  name: string;
  spreadsheet_id: string;
  gid: string;
  slot: string;
  is_scheduled: boolean;
  attempt: number;
};

/** The next run that is due; null when there is none left. */
export async function claimSheetRun(leaseSeconds: number): Promise<SheetRun | "nothing_to_do" | null> {
  const answer: { outcome: string; run?: SheetRun } | null = await rpc(adminClient(), "claim_sheet_run", {
    p_lease_seconds: leaseSeconds,
  });
  return answer && (answer.run ?? "nothing_to_do");
}

export function settleSheetRun(
  credential: string,
  state: "waiting" | "unchanged" | "failed",
  { importId, facts, isRetryable = false }: { importId?: string; facts: Record<string, Json>; isRetryable?: boolean },
): Promise<{ outcome: string }> {
  return rpc(adminClient(), "settle_sheet_run", {
    p_credential: credential,
    p_state: state,
    p_import_id: importId,
    p_facts: facts,
    p_retry: isRetryable,
  });
}
