import type { Format } from "@/lib/orders/format";

/** What an import does with what fits no format. */
export const misfitTreatments = ["refuse", "warn"] as const;

export type FormatSettings = {
  order_number: Format[];
  sku: Format[];
  import_misfits: (typeof misfitTreatments)[number];
};

/** How much of what is open now would fit none of the formats. */
export type Misfits = {
  orders: number;
  odd_orders: number;
  order_examples: string[];
  lines: number;
  odd_lines: number;
  sku_examples: string[];
};

/** The number the database wants to be told back before it saves formats that shut something out. */
export function misfitCount({ odd_orders, odd_lines }: Misfits): number {
  return odd_orders + odd_lines;
}

/** "3 of 268 open orders don't fit, such as W-1 and W-2.", one sentence for each kind of misfit; none when all fit. */
export function misfitSentences(misfits: Misfits): string[] {
  const { orders, odd_orders, order_examples, lines, odd_lines, sku_examples } = misfits;
  return [
    odd_orders > 0 ? sentence(odd_orders, orders, "open order", "number", order_examples) : "",
    odd_lines > 0 ? sentence(odd_lines, lines, "line", "SKU", sku_examples) : "",
  ].filter(Boolean);
}

function sentence(odd: number, all: number, noun: string, what: string, examples: readonly string[]): string {
  const count = (value: number) => value.toLocaleString("en-US");
  const isOne = odd === 1;
  const such = new Intl.ListFormat("en-GB").format(examples);
  return `${count(odd)} of ${count(all)} ${noun}${all === 1 ? "" : "s"} ${isOne ? "has" : "have"} a ${what} that doesn't fit, such as ${such}.`;
}
