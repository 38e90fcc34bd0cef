import { formatDate } from "@/lib/dates";
import { formatQuantity, isQuantity } from "@/lib/quantity";

/** A value of a change as a person reads it. Numbers arrive as decimal text, dates as calendar dates. */
export function changeValue(field: string, value: string | null | undefined): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (field === "stage") return value.replaceAll("_", " ");
  if (field === "removed") return value === "true" ? "removed" : "there";
  if (field.endsWith("ship_date")) return formatDate(value);
  return field.startsWith("quantity_") && isQuantity(value) ? formatQuantity(value) : value;
}
