"use server";
import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { read } from "@/lib/supabase/read";
import { rpc } from "@/lib/supabase/rpc";
import type { Db } from "@/lib/supabase/server";
import { correctionsOf, type StagedCells } from "./correct-cells";
import { fieldDefinition } from "./fields";
import { LONG_STEP_MS, MAX_CORRECTIONS } from "./limits";
import { getImport } from "./queries";
import { chooseMissingSchema, correctCellSchema } from "./schema";
import type { SourceFormat } from "./source-format";

type Staged = StagedCells & { order_number: string | null };

/** Puts a cell right, here or wherever the same text stands in its column, and compares the file again. */
export const correctCell = formAction(
  { role: "admin", schema: correctCellSchema },
  async ({ import_id, row, column, value, everywhere }, { db, org }): Promise<{ cells: number }> => {
    const run = await getImport(db, org.id, import_id);
    const rows = stagedRows(db, org.id, import_id);
    const [own] = run ? await read(rows().eq("row_number", row).overrideTypes<Staged[], { merge: false }>()) : [];
    if (!run || !own || column >= run.format.headers.length) throw new AppError("not_found");
    const text = own.cells[column] ?? "";
    const same = everywhere
      ? await readAll((after) => rows().eq(`cells->>${column}`, text).gt("row_number", after))
      : [own];
    const followers = isCarriedDown(run.format, column) ? await readFollowers(rows, same) : [];
    const corrections = correctionsOf(run.format, same, column, value, followers).slice(0, MAX_CORRECTIONS);
    const { cells }: { cells: number } = await rpc(db, "correct_import_rows", {
      p_import_id: import_id,
      p_corrections: corrections,
    });
    await rpc(db, "preview_import", { p_import_id: import_id }, { timeoutMs: LONG_STEP_MS });
    revalidatePath(routes.importRun(org.slug, import_id));
    return { cells };
  },
);

/** Says whether orders the file no longer has are closed with the import: one, or all of them. */
export const chooseMissingOrders = formAction(
  { role: "admin", schema: chooseMissingSchema },
  async ({ import_id, order_id, close }, { db, org }): Promise<{ closing: number }> => {
    const { closing }: { closing: number } = await rpc(db, "choose_missing_orders", {
      p_import_id: import_id,
      // The generated types don't know that an argument may be null.
      p_order_ids: (order_id ? [order_id] : null) as string[],
      p_is_closing: close === "true",
    });
    revalidatePath(routes.importRun(org.slug, import_id));
    return { closing };
  },
);

const stagedRows = (db: Db, orgId: string, importId: string) => () =>
  db.from("import_rows").select("row_number, order_number, cells").eq("org_id", orgId).eq("import_id", importId);

/** An order's own values stand only in its first line in such files. */
function isCarriedDown({ continuation, fields }: SourceFormat, column: number): boolean {
  if (!continuation || continuation === "full") return false;
  return Object.entries(fields).some(
    ([field, at]) => at === column && fieldDefinition(field as keyof typeof fields).level === "order",
  );
}

async function readFollowers(rows: ReturnType<typeof stagedRows>, heads: readonly Staged[]): Promise<Staged[]> {
  const numbers = [...new Set(heads.flatMap(({ order_number }) => order_number ?? []))].slice(0, MAX_ORDERS_AT_ONCE);
  if (numbers.length === 0) return [];
  const found = await readAll((after) => rows().in("order_number", numbers).gt("row_number", after));
  const own = new Set(heads.map(({ row_number }) => row_number));
  return found.filter(({ row_number }) => !own.has(row_number));
}

const MAX_ORDERS_AT_ONCE = 200;

/** Rows in file order, as many as one correction may touch: the API answers a thousand at a time. */
async function readAll(rowsAfter: (row: number) => ReturnType<ReturnType<typeof stagedRows>>): Promise<Staged[]> {
  const found: Staged[] = [];
  for (;;) {
    const rows = await read(
      rowsAfter(found.at(-1)?.row_number ?? 0)
        .order("row_number")
        .limit(ROWS_PER_READ)
        .overrideTypes<Staged[], { merge: false }>(),
    );
    found.push(...rows);
    if (rows.length < ROWS_PER_READ || found.length >= MAX_CORRECTIONS) return found.slice(0, MAX_CORRECTIONS);
  }
}

const ROWS_PER_READ = 1_000;
