"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import type { FormatSettings, Misfits } from "@/lib/settings/formats";
import { formatsSchema } from "@/lib/settings/formats-schema";
import { readFormats } from "@/lib/settings/read-formats";
import { rpc } from "@/lib/supabase/rpc";

export type FormatsOutcome = { outcome: "saved" | "unchanged" } | ({ outcome: "misfits" } & Misfits);

export const saveFormats = formAction(
  { role: "admin", schema: formatsSchema },
  async (input, { db, org }): Promise<FormatsOutcome> => {
    const formats: FormatSettings = {
      order_number: formatsIn("order_number_patterns", input.order_number_patterns, input.order_number_examples),
      sku: formatsIn("sku_patterns", input.sku_patterns, input.sku_examples),
      import_misfits: input.import_misfits,
    };
    const args = { p_org: org.id, p_formats: formats, p_known_misfits: input.known_misfits };
    const outcome: FormatsOutcome = await rpc(db, "save_formats", args);
    revalidatePath(routes.formatSettings(org.slug));
    return outcome;
  },
);

function formatsIn(field: string, patterns: string, examples: string) {
  const read = readFormats(patterns, examples);
  if (!read.ok) throw new AppError("invalid", { detail: { field }, hint: read.problem });
  return read.formats;
}
