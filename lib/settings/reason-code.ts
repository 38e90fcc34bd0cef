const LONGEST = 40;

/**
 * The lasting code of a new reason, made of its words: "Customer's truck broke" → "customer_s_truck_broke". A taken one
 * gets a number. Codes are never shown; requests and the trail keep them when a reason is renamed.
 */
export function reasonCode(label: string, taken: readonly string[]): string {
  const letters = label.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = letters.replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^[_0-9]+|_+$/g, "");
  const base = words.slice(0, LONGEST).replace(/_+$/, "") || "reason";
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : `_${number}`;
    const code = base.slice(0, LONGEST - suffix.length) + suffix;
    if (!taken.includes(code)) return code;
  }
}
