import type { ImportCounts } from "./import-view";

/** What the commit will do, in one sentence. */
export function commitSentence(counts: ImportCounts): string {
  const { new_orders, changed_orders, unchanged_orders, new_lines, changed_lines, closing_orders } = counts;
  if (new_orders + changed_orders + closing_orders === 0) {
    return `Nothing in this file differs from your orders: ${ordersOf(unchanged_orders)} stay${unchanged_orders === 1 ? "s" : ""} as before.`;
  }
  const parts = [
    new_orders > 0 && `adds ${ordersOf(new_orders, "new ")}`,
    changed_orders > 0 && `updates ${ordersOf(changed_orders)}`,
    closing_orders > 0 && `closes ${ordersOf(closing_orders)} the file no longer has`,
    unchanged_orders > 0 && `leaves ${ordersOf(unchanged_orders)} as before`,
  ].filter((part) => part !== false);
  const lines = `${count(new_lines)} new and ${count(changed_lines)} changed lines`;
  return `Importing ${new Intl.ListFormat("en-GB").format(parts)} (${lines}). Nothing is deleted.`;
}

function ordersOf(orders: number, kind = ""): string {
  return `${count(orders)} ${kind}order${orders === 1 ? "" : "s"}`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
