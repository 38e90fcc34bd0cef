/** The file of a made-up order book, one row per line, order values repeated; the same arguments give the same file. */
export function orderFile(lines: number, options: { changedShare?: number } = {}): Blob {
  const { changedShare = 0 } = options;
  // A file may have a million rows or 50 MB: a longer one has only the columns without which nothing works.
  const isNarrow = lines > 300_000;
  const rows = [isNarrow ? "Order No,Line,SKU,Qty Ordered,Order Status" : wideHeader];
  for (let line = 0; line < lines; line++)
    rows.push(isNarrow ? narrowRow(line) : wideRow(line, line % 100 < changedShare * 100));
  return new Blob([rows.join("\r\n"), "\r\n"]);
}

/** How many lines an order of the file has. */
export const LINES_PER_ORDER = 4;

const wideHeader =
  "Order No,Customer,Customer PO,Order Status,Ship By,Ship To,Currency,Line,Item No.,Item Name,Unit,Qty Ordered,Qty Picked,Qty Shipped,Unit Price,Warehouse,Sales Rep";

const statuses = ["Open", "Open", "Open", "Released", "Released", "Picking", "Picked", "Shipped"];

export const orderNumber = (order: number): string => `SO-${String(order).padStart(7, "0")}`;

function wideRow(line: number, isChanged: boolean): string {
  const order = Math.floor(line / LINES_PER_ORDER);
  const quantity = 10 + (line % 40) + (isChanged ? 1 : 0);
  return [
    orderNumber(order),
    `Customer ${order % 997} Trading Company`,
    `PO ${50_000 + order}`,
    statuses[order % statuses.length],
    `${twoDigits(1 + (order % 12))}/${twoDigits(13 + (order % 15))}/2099`,
    `"${100 + (order % 900)} Market Street, Portland, OR 972${twoDigits(order % 100)}"`,
    "USD",
    (line % LINES_PER_ORDER) + 1,
    `SKU-${(line * 7_919) % 20_011}`,
    `Stacking crate model ${line % 503}`,
    "EA",
    quantity,
    0,
    0,
    `${(line % 300) + 1}.${twoDigits(line % 100)}`,
    "PDX1",
    "P. Ramirez",
  ].join(",");
}

function narrowRow(line: number): string {
  const order = Math.floor(line / LINES_PER_ORDER);
  return `${orderNumber(order)},${(line % LINES_PER_ORDER) + 1},S${(line * 7_919) % 20_011},${10 + (line % 40)},Open`;
}

const twoDigits = (number: number) => String(number).padStart(2, "0");
