"use server";
import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";
import type { CreateExportOutcome, ExportFile } from "./export-view";
import { getExport } from "./queries";
import { createExportSchema } from "./schema";

/** An answer, its files, and the key for the next export. */
export type CreatedExport = { outcome: CreateExportOutcome; files: ExportFile[]; nextKey: string };

export const createExport = formAction(
  { role: "admin", schema: createExportSchema },
  async (input, { db, org }): Promise<CreatedExport> => {
    const outcome: CreateExportOutcome = await rpc(
      db,
      "begin_export",
      {
        p_org: org.id,
        p_scope: input.scope,
        p_idempotency_key: input.idempotency_key,
        p_request_id: input.request_id,
      },
      { timeoutMs: 130_000 },
    );
    const created = "number" in outcome ? await getExport(db, org.id, outcome.number) : null;
    revalidatePath(routes.export(org.slug));
    if (input.request_id) revalidatePath(routes.requests(org.slug), "layout");
    return {
      outcome,
      files: created?.sources.map(({ name, rows }) => ({ name, rows })) ?? [],
      nextKey: crypto.randomUUID(),
    };
  },
);
