import { FIELDS, type FieldName } from "./fields";

const others: Record<string, string> = { stage: "Stage", removed: "Removed", requested_ship_date: "Ship date" };

/** A changed field as a person calls it. The database also reports the stage and whether a line is removed. */
export function fieldLabel(field: string): string {
  const known = Object.hasOwn(FIELDS, field) ? FIELDS[field as FieldName].label : undefined;
  return others[field] ?? known ?? field.replaceAll("_", " ");
}
