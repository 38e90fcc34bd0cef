"use server";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/action";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";
import { fieldDefinition } from "./fields";
import type { BeginImportOutcome } from "./import-outcome";
import { readStagedCells } from "./import-rows";
import { LONG_STEP_MS } from "./limits";
import { getImport } from "./queries";
import { changedFormat, StagedRowReader } from "./read-differently";
import { readDifferentlySchema } from "./schema";

/** Reads the rows of an open import once more, with another meaning of a column or other formats: a new import of the same file. */
export const readDifferently = formAction(
  { role: "admin", schema: readDifferentlySchema },
  async ({ import_id, idempotency_key, date, decimal, column, field }, { db, org }): Promise<never> => {
    const run = await getImport(db, org.id, import_id);
    if (run?.status !== "previewed") throw new AppError("not_found");
    const format = changedFormat(run.format, {
      ...(date && { date }),
      ...(decimal && { decimal }),
      ...(column !== undefined && { column: { at: column, field: field ?? null } }),
    });
    if (Array.isArray(format)) {
      const names = format.map((name) => fieldDefinition(name).label).join(", ");
      throw new AppError("invalid", {
        reason: "fields_missing",
        hint: `${names} needs a column. Choose another meaning.`,
      });
    }
    const begun: BeginImportOutcome = await rpc(db, "begin_import", {
      p_org: org.id,
      p_file_name: run.fileName,
      p_file_bytes: run.fileBytes,
      // The generated types don't know that an argument may be null.
      p_file_hash: run.fileHash as string,
      p_format: format,
      p_row_count: run.rowCount,
      p_idempotency_key: idempotency_key,
    });
    const reader = new StagedRowReader(format);
    for await (const rows of readStagedCells(db, org.id, run.id)) {
      for (const chunk of reader.read(rows)) {
        await rpc(db, "stage_import_rows", { p_import_id: begun.import_id, p_rows: chunk });
      }
    }
    await rpc(db, "preview_import", { p_import_id: begun.import_id }, { timeoutMs: LONG_STEP_MS });
    await rpc(db, "discard_import", { p_import_id: run.id });
    redirect(routes.importRun(org.slug, begun.import_id));
  },
);
