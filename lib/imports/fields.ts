/** What a column can mean. The names are the wire names of the staged rows and of the columns in the database. */
export const FIELDS = {
  order_number: { label: "Order number", level: "order", type: "text", maxLength: 64, isRequired: true },
  customer: { label: "Customer", level: "order", type: "text", maxLength: 200 },
  customer_po: { label: "Customer PO", level: "order", type: "text", maxLength: 100 },
  order_status: { label: "Order status", level: "order", type: "status", maxLength: 120 },
  requested_ship_date: { label: "Requested ship date", level: "order", type: "date", maxLength: 40 },
  ship_to: { label: "Ship to", level: "order", type: "text", maxLength: 1000 },
  ship_method: { label: "Ship method", level: "order", type: "text", maxLength: 120 },
  site: { label: "Site", level: "order", type: "text", maxLength: 60 },
  currency: { label: "Currency", level: "order", type: "text", maxLength: 3 },
  line_number: { label: "Line number", level: "line", type: "text", maxLength: 200 },
  sku: { label: "SKU", level: "line", type: "text", maxLength: 100, isRequired: true },
  description: { label: "Description", level: "line", type: "text", maxLength: 500 },
  uom: { label: "Unit", level: "line", type: "text", maxLength: 20 },
  quantity_ordered: { label: "Quantity ordered", level: "line", type: "quantity", maxLength: 40, isRequired: true },
  quantity_picked: { label: "Quantity picked", level: "line", type: "quantity", maxLength: 40 },
  quantity_packed: { label: "Quantity packed", level: "line", type: "quantity", maxLength: 40 },
  quantity_shipped: { label: "Quantity shipped", level: "line", type: "quantity", maxLength: 40 },
  quantity_invoiced: { label: "Quantity invoiced", level: "line", type: "quantity", maxLength: 40 },
  unit_price: { label: "Unit price", level: "line", type: "money", maxLength: 40 },
  line_requested_ship_date: { label: "Requested ship date of the line", level: "line", type: "date", maxLength: 40 },
  line_status: { label: "Line status", level: "line", type: "status", maxLength: 120 },
} as const satisfies Record<string, FieldDefinition>;

export type FieldLevel = "order" | "line";
export type FieldType = "text" | "quantity" | "money" | "date" | "status";

/** `maxLength` in characters, as in the database; a longer value is reported there with its row and column. */
export type FieldDefinition = {
  label: string;
  level: FieldLevel;
  type: FieldType;
  maxLength: number;
  isRequired?: boolean;
};

export type FieldName = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

export function fieldDefinition(field: FieldName): FieldDefinition {
  return FIELDS[field];
}

/** Which column holds which field, by 0-based column. A field without a column isn't in the file. */
export type FieldColumns = Partial<Record<FieldName, number>>;

export function missingRequiredFields(columns: FieldColumns): FieldName[] {
  return FIELD_NAMES.filter((field) => fieldDefinition(field).isRequired && columns[field] === undefined);
}
