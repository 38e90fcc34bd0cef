"use server";
import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";
import type { BeginImportOutcome, CommitOutcome, DiscardOutcome, PreviewOutcome, UndoOutcome } from "./import-outcome";
import { LONG_STEP_MS } from "./limits";
import {
  beginImportSchema,
  commitImportSchema,
  importSchema,
  mapStatusWordsSchema,
  restoreReadingSchema,
  undoImportSchema,
} from "./schema";

/** Opens an import for a file whose columns were agreed on; its rows follow in parts. */
export const beginImport = formAction(
  { role: "admin", schema: beginImportSchema },
  async (input, { db, org }): Promise<BeginImportOutcome> => {
    const outcome: BeginImportOutcome = await rpc(db, "begin_import", {
      p_org: org.id,
      p_file_name: input.file_name,
      p_file_bytes: input.file_bytes,
      // The generated types don't know that an argument may be null.
      p_file_hash: (input.file_hash || null) as string,
      p_format: input.format,
      p_row_count: input.row_count,
      p_idempotency_key: input.idempotency_key,
      ...(input.file_modified_at && { p_file_modified_at: input.file_modified_at }),
    });
    revalidatePath(routes.import(org.slug));
    return outcome;
  },
);

export const previewImport = formAction(
  { role: "admin", schema: importSchema },
  async (input, { db, org }): Promise<PreviewOutcome> => {
    const outcome: PreviewOutcome = await rpc(
      db,
      "preview_import",
      { p_import_id: input.import_id },
      { timeoutMs: LONG_STEP_MS },
    );
    revalidatePath(routes.importRun(org.slug, input.import_id));
    return outcome;
  },
);

/** Says what words of the file mean, and compares the file again with that. */
export const mapStatusWords = formAction(
  { role: "admin", schema: mapStatusWordsSchema },
  async ({ import_id, words, stages }, { db, org }): Promise<{ mapped: number }> => {
    const pairs = words.map((word, at) => ({ word, stage: stages[at] ?? "" })).filter(({ stage }) => stage !== "");
    for (const { word, stage } of pairs) {
      await rpc(db, "map_status", { p_org: org.id, p_word: word, p_stage: stage });
    }
    await rpc(db, "preview_import", { p_import_id: import_id }, { timeoutMs: LONG_STEP_MS });
    revalidatePath(routes.importRun(org.slug, import_id));
    return { mapped: pairs.length };
  },
);

export const commitImport = formAction(
  { role: "admin", schema: commitImportSchema },
  async (input, { db, org }): Promise<CommitOutcome> => {
    const outcome: CommitOutcome = await rpc(
      db,
      "commit_import",
      {
        p_import_id: input.import_id,
        p_idempotency_key: input.idempotency_key,
        p_choices: { confirmed: input.confirmed ?? [] },
      },
      { timeoutMs: LONG_STEP_MS },
    );
    revalidatePath(routes.import(org.slug), "layout");
    return outcome;
  },
);

/** Takes a committed import back, all of it or nothing. */
export const undoImport = formAction(
  { role: "admin", schema: undoImportSchema },
  async (input, { db, org }): Promise<UndoOutcome> => {
    const outcome: UndoOutcome = await rpc(
      db,
      "undo_import",
      { p_import_id: input.import_id, p_idempotency_key: input.idempotency_key },
      { timeoutMs: LONG_STEP_MS },
    );
    revalidatePath(routes.import(org.slug), "layout");
    return outcome;
  },
);

/** The next file of a source is read like an earlier version again. Orders that were imported stay as they are. */
export const restoreReading = formAction(
  { role: "admin", schema: restoreReadingSchema },
  async (input, { db, org }): Promise<{ version: number }> => {
    const { version }: { version: number } = await rpc(db, "restore_import_reading", {
      p_org: org.id,
      p_source_id: input.source_id,
      p_version: input.version,
    });
    revalidatePath(routes.import(org.slug), "layout");
    return { version };
  },
);

export const discardImport = formAction(
  { role: "admin", schema: importSchema },
  async (input, { db, org }): Promise<DiscardOutcome> => {
    const outcome: DiscardOutcome = await rpc(db, "discard_import", { p_import_id: input.import_id });
    revalidatePath(routes.import(org.slug), "layout");
    return outcome;
  },
);
