import { columnLabel } from "./column-label";
import type { Examination } from "./examine";
import { FIELD_NAMES, fieldDefinition } from "./fields";
import type { OpenedFile } from "./import-protocol";
import type { RowAccount, SkipReason } from "./skipped-rows";

const count = (value: number) => value.toLocaleString("en-US");
const rowsOf = (value: number) => `${count(value)} ${value === 1 ? "row" : "rows"}`;
const quoted = (text: string) => `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;

const reasons = {
  preamble: () => "above the column names",
  header: (rows) => (rows === 1 ? "with the column names" : "with column names"),
  blank: () => "blank",
  order: (rows) => (rows === 1 ? "of an order itself" : "of the orders themselves"),
  band: (rows) => (rows === 1 ? "that names a group" : "that name a group"),
  total: () => "of sums",
  main_line: () => "without an item",
  hidden: () => "hidden in the workbook",
  unmatched: () => "of items without an order",
} satisfies Record<SkipReason, (rows: number) => string>;

/** "14 rows: 3 lines, 3 above the column names, …": every row of the file has its place. */
export function describeRows({ total, lines, skipped }: RowAccount): string {
  const parts = [
    `${count(lines)} order ${lines === 1 ? "line" : "lines"}`,
    ...skipped.map(({ reason, count: rows }) => `${count(rows)} ${reasons[reason](rows)}`),
  ];
  return `${rowsOf(total)}: ${parts.join(", ")}.`;
}

/** How rows become order lines, and what in the file says so; nothing where every row is simply a line. */
export function describeLayout(file: OpenedFile, examination: Examination): string[] {
  return [
    ...aboveHeader(file),
    ...kindOfTable(file, examination),
    ...continuation(examination),
    ...leftOut(file, examination),
    ...derived(file, examination),
  ];
}

function aboveHeader({ headerRow, preamble, table }: OpenedFile): string[] {
  if (headerRow === 1 || table === "joined") return [];
  const rows = headerRow === 2 ? "Row 1 stands" : `Rows 1 to ${headerRow - 1} stand`;
  const text = preamble.length > 0 ? ` (${quoted(preamble.join(" · "))})` : "";
  return [`${rows} above the column names${text}; row ${headerRow} has the names.`];
}

function kindOfTable({ table, joins, rest }: OpenedFile, { rows }: Examination): string[] {
  const skipped = (reason: SkipReason) => rows.skipped.find((one) => one.reason === reason)?.count ?? 0;
  if (table === "records")
    return [
      `The file has two kinds of rows, each with its own names: ${count(skipped("order"))} orders and their items.`,
    ];
  if (table === "bands")
    return [
      `Items stand in rows of their own above their lines (${count(skipped("band"))}); each line got its item from there.`,
    ];
  const key = joins[0]?.key;
  if (!key) return [];
  const lonely =
    rest && rest.orders > 0
      ? [
          `${count(rest.orders)} ${rest.orders === 1 ? "order has" : "orders have"} no items and bring nothing: ${rest.orderExamples.join(", ")}.`,
        ]
      : [];
  return [
    `Orders and items belong together where ${quoted(key.orders)} is the same as ${quoted(key.items)}.`,
    ...lonely,
  ];
}

function continuation({ continuation: found }: Examination): string[] {
  const { evidence } = found;
  if (!evidence || found.isAmbiguous || found.continuation === "full") return [];
  return found.continuation === "blank_key"
    ? [
        `Row ${count(evidence.row)} has no order number and no other value of an order: it continues order ${evidence.order}.`,
      ]
    : [
        `Row ${count(evidence.row)} repeats order ${evidence.order} and leaves its values blank: they are those of the row above.`,
      ];
}

function leftOut({ sheets, sheet }: OpenedFile, { rows }: Examination): string[] {
  const skipped = new Map(rows.skipped.map(({ reason, count: found }) => [reason, found]));
  const hidden = sheets.find(({ name }) => name === sheet)?.hiddenRows ?? 0;
  return [
    ...(skipped.has("main_line")
      ? [`${rowsOf(skipped.get("main_line") ?? 0)} without an item only repeat their order.`]
      : []),
    ...(hidden > 0 && !skipped.has("hidden")
      ? [`${hidden === 1 ? "1 row is" : `${count(hidden)} rows are`} hidden in the workbook and read too.`]
      : []),
  ];
}

function derived({ headers }: OpenedFile, { derived: fields }: Examination): string[] {
  return FIELD_NAMES.flatMap((field) => {
    const difference = fields[field];
    if (!difference) return [];
    const [whole, rest] = [columnLabel(headers, difference.whole), columnLabel(headers, difference.rest)];
    return [`${fieldDefinition(field).label} is ${quoted(whole)} less ${quoted(rest)}.`];
  });
}
