import { fromMillionths, toMillionths } from "@/lib/quantity";

/** Amounts are decimal strings with up to six decimals in the order's currency (ISO 4217), like quantities. */
const MILLION = 1_000_000n;

/** quantity × unit price, exact to a millionth (half away from zero beyond that). */
export function lineAmount(quantity: string, unitPrice: string): string {
  const product = toMillionths(quantity) * toMillionths(unitPrice);
  const half = product < 0n ? -MILLION / 2n : MILLION / 2n;
  return fromMillionths((product + half) / MILLION);
}

/** "84" in USD → "$84.00". An unknown currency code is written after the amount instead of failing the page. */
export function formatMoney(amount: string, currency: string): string {
  return format(amount, currency, "auto");
}

/** With its sign, for differences: "+$84.00", "−$12.50". */
export function formatMoneyDifference(amount: string, currency: string): string {
  return format(amount, currency, "exceptZero");
}

function format(amount: string, currency: string, signDisplay: "auto" | "exceptZero"): string {
  const exact = fromMillionths(toMillionths(amount)) as `${number}`;
  const text = /^[A-Z]{3}$/.test(currency)
    ? new Intl.NumberFormat("en-US", { style: "currency", currency, signDisplay }).format(exact)
    : `${new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 6, signDisplay }).format(exact)} ${currency}`;
  return text.replace("-", "−").trim();
}
