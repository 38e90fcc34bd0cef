import type { RowNote } from "./import-view";

/** What is wrong with a row, and what to do about it. */
export type RowNoteText = { what: string; next: string };

const IN_FILE = "Correct it, and in the source system too.";

/** One note as two short sentences. The place (row, column, value) stands beside them. */
export function describeRowNote(note: RowNote): RowNoteText {
  return (texts[note.code] ?? unknownNote)(note);
}

const texts: Record<string, (note: RowNote) => RowNoteText> = {
  required: ({ column }) => ({
    what: `${named(column)} is empty.`,
    next: "Fill it in, or delete the row in the file.",
  }),
  not_a_number: () => ({ what: "This is not a number.", next: "Write digits only." }),
  negative_number: () => ({
    what: "A quantity can't be negative.",
    next: "Enter 0 or more; record goods that came back as a return.",
  }),
  too_many_decimals: () => ({
    what: "The number has more than six decimals.",
    next: "Round it to six decimals.",
  }),
  number_too_large: () => ({ what: "The number has more than twelve digits before the decimals.", next: IN_FILE }),
  invalid_date: () => ({
    what: "This is not a day in the calendar.",
    next: "If day and month are the wrong way round, read the file differently: the other order of dates.",
  }),
  date_out_of_range: () => ({ what: "The date is before 1900 or after 2199.", next: IN_FILE }),
  invalid_currency: () => ({
    what: "A currency has three letters, such as USD.",
    next: "Write the currency's code.",
  }),
  too_long: ({ length, max }) => ({
    what: `The text has ${count(length)} characters; ${count(max)} fit.`,
    next: "Shorten it.",
  }),
  control_characters: () => ({
    what: "The text contains a line break or another invisible character.",
    next: "Write it on one line.",
  }),
  format_misfit: ({ field, looks_like }) => ({
    what: `${field === "sku" ? "SKUs" : "Order numbers"} look like ${looks_like}.`,
    next: `${IN_FILE} If it is right as it is, add its format under Settings.`,
  }),
  duplicate_line: ({ order_number, other_row }) => ({
    what: `Order ${order_number} has this line already, in row ${count(other_row)}.`,
    next: "Give the line a number of its own, or delete one of the two rows.",
  }),
  order_value_differs: ({ order_number, other_row, other_value }) => ({
    what: `Order ${order_number} has another value in row ${count(other_row)}: “${other_value}”.`,
    next: "All rows of an order must agree on it. Correct one of them.",
  }),
  rows_missing: ({ staged, expected }) => ({
    what: `Only ${count(staged)} of the file's ${count(expected)} rows have arrived.`,
    next: "Choose the same file again to send the rest.",
  }),
  unexported_change: ({ reference }) => ({
    what: `${reference} changed this, and the source system doesn't know it yet.`,
    next: "Your value stays. Export the updates and enter them in the source system.",
  }),
  stage_backwards: ({ from, to, sku }) => ({
    what: `${sku ? `${sku} is` : "The order is"} ${words(from)} here and ${words(to)} in the file: what was locked would be open again.`,
    next: "Right where the warehouse put it back; wrong where the file is older.",
  }),
  open_request: ({ reference }) => ({
    what: `${reference} asks to change this and is waiting for a decision.`,
    next: "The file's value is taken; the approver sees both before deciding.",
  }),
};

function unknownNote(): RowNoteText {
  return { what: "This row could not be read.", next: IN_FILE };
}

function named(column: string | null | undefined): string {
  return column ? `“${column}”` : "A required cell";
}

function words(stage: string | undefined): string {
  return (stage ?? "").replaceAll("_", " ");
}

function count(value: number | undefined): string {
  return (value ?? 0).toLocaleString("en-US");
}
