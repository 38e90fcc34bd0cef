/**
 * Quantities are decimal strings ("10", "2.5"), never floats: the column is `numeric(18,6)`.
 * PostgREST sends numeric as JSON numbers, which loses digits, so queries select `quantity_ordered::text`.
 */
const SCALE = 6;
const UNIT = 10n ** BigInt(SCALE);
const PATTERN = /^([+-]?)(\d{1,12})(?:\.(\d{1,6}))?$/;
/** Sums and products of quantities: wider than a column, so that the largest order still adds up. */
const RESULT_PATTERN = /^([+-]?)(\d{1,40})(?:\.(\d{1,6}))?$/;

/** The quantity in millionths. Accepts "10", "10.50", "-2" and results of calculations; throws on anything else. */
export function toMillionths(quantity: string): bigint {
  const match = RESULT_PATTERN.exec(quantity.trim());
  if (!match) throw new RangeError(`not a quantity: ${JSON.stringify(quantity)}`);
  const [, sign, whole = "0", fraction = ""] = match;
  const value = BigInt(whole) * UNIT + BigInt(fraction.padEnd(SCALE, "0"));
  return sign === "-" ? -value : value;
}

/** The shortest decimal string: 10500000n → "10.5". */
export function fromMillionths(millionths: bigint): string {
  const magnitude = millionths < 0n ? -millionths : millionths;
  const fraction = (magnitude % UNIT).toString().padStart(SCALE, "0").replace(/0+$/, "");
  return `${millionths < 0n ? "-" : ""}${magnitude / UNIT}${fraction && `.${fraction}`}`;
}

export function isQuantity(text: string): boolean {
  return PATTERN.test(text.trim());
}

/** "010.500" → "10.5". */
export function normalizeQuantity(quantity: string): string {
  return fromMillionths(toMillionths(quantity));
}

export function addQuantities(a: string, b: string): string {
  return fromMillionths(toMillionths(a) + toMillionths(b));
}

export function subtractQuantities(a: string, b: string): string {
  return fromMillionths(toMillionths(a) - toMillionths(b));
}

/** Negative when a < b, zero when equal, positive when a > b: "10" equals "10.000000". */
export function compareQuantities(a: string, b: string): number {
  const difference = toMillionths(a) - toMillionths(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function largestQuantity(...quantities: string[]): string {
  return quantities.reduce((largest, next) => (compareQuantities(next, largest) > 0 ? next : largest), "0");
}

/** As people read it: "1,234.5". */
export function formatQuantity(quantity: string): string {
  const [whole = "0", fraction] = normalizeQuantity(quantity).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}

/** With its sign, for differences: "+2", "−3.5", "±0" (a real minus sign, so screen readers say "minus"). */
export function formatQuantityDifference(before: string, after: string): string {
  const difference = toMillionths(after) - toMillionths(before);
  if (difference === 0n) return "±0";
  const magnitude = formatQuantity(fromMillionths(difference < 0n ? -difference : difference));
  return `${difference < 0n ? "−" : "+"}${magnitude}`;
}
