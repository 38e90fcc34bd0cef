import { z } from "zod";
import { formatDate } from "@/lib/dates";
import { formatQuantity, isQuantity } from "@/lib/quantity";

/** What an import, its undoing, or a mark changed of what a pending request asks about; as `request_flags.moved` holds it. */
export const movedSchema = z.array(
  z.looseObject({
    field: z.string(),
    before: z.string().nullish(),
    after: z.string().nullish(),
    sku: z.string().nullish(),
  }),
);
export type Moved = z.infer<typeof movedSchema>[number];

const names: Record<string, string> = {
  quantity_ordered: "quantity",
  requested_ship_date: "ship date",
  sku: "SKU",
  stage: "stage",
  ship_to: "ship-to address",
  ship_method: "ship method",
};

/** "quantity of BOLT-8 10 → 8", "stage open → picked". */
export function describeMoved({ field, before, after, sku }: Moved): string {
  if (field === "removed") return after === "true" ? "the line is gone" : "the line is back";
  const name = names[field] ?? field.replaceAll("_", " ");
  if (field === "sku" && !before) return `a line with SKU ${after ?? ""} was added`;
  return `${name}${sku && field !== "sku" ? ` of ${sku}` : ""} ${shownValue(field, before)} → ${shownValue(field, after)}`;
}

/** All of it in one phrase; a file that changed very much says so. */
export function describeAllMoved(moved: readonly Moved[]): string {
  const shown = moved.slice(0, SHOWN).map(describeMoved);
  const more = moved.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

const SHOWN = 5;

function shownValue(field: string, value: string | null | undefined): string {
  if (!value) return "none";
  if (field === "stage") return value.replaceAll("_", " ");
  if (field === "requested_ship_date") return formatDate(value);
  return isQuantity(value) ? formatQuantity(value) : value;
}
