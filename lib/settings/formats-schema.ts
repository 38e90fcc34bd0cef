import { z } from "zod";
import { misfitTreatments } from "@/lib/settings/formats";

const typed = z.string().max(2_000, "That is more than five formats need.");

export const formatsSchema = z.strictObject({
  order_number_examples: typed,
  order_number_patterns: typed,
  sku_examples: typed,
  sku_patterns: typed,
  import_misfits: z.enum(misfitTreatments, "Choose what an import does."),
  /** How many misfits the person was told of. */
  known_misfits: z.coerce.number().int().min(0).max(1e9).default(0),
});
