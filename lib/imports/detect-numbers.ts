import { splitMoney } from "./decimals";
import type { Evidence } from "./detect-dates";
import type { ValueFormats } from "./source-format";

/** `isAmbiguous`: "1,234" or "1.234" and nothing else, so a person has to say whether that is more or less than two. */
export type NumberFindings = Pick<ValueFormats, "decimal" | "group"> & {
  isAmbiguous: boolean;
  point: Evidence | null;
  comma: Evidence | null;
  /** Whole numbers without a separator only, or none. */
  isEmpty: boolean;
};

type Separator = "." | ",";

/** Collects what the number columns of a file say about their decimal separator, cell by cell. */
export class NumberDetector {
  #decimal: Record<Separator, Evidence | null> = { ".": null, ",": null };
  #undecided: Record<Separator, Evidence | null> = { ".": null, ",": null };
  #groups = new Set<ValueFormats["group"]>();

  add(cell: string, row: number): void {
    const text = cell.trim();
    if (/^\d*$/.test(text)) return;
    const number = splitMoney(text)?.number;
    if (number === undefined) return;
    if (number.includes(" ")) this.#groups.add(" ");
    if (number.includes("'")) this.#groups.add("'");
    const decimal = decimalSeparator(number);
    if (decimal === "none") return;
    if (decimal === "unclear") {
      this.#undecided[number.includes(".") ? "." : ","] ??= { row, value: text };
      return;
    }
    this.#decimal[decimal] ??= { row, value: text };
    if (number.includes(other(decimal))) this.#groups.add(other(decimal));
  }

  result(): NumberFindings {
    const [point, comma] = [this.#decimal["."], this.#decimal[","]];
    const undecided = this.#undecided["."] ?? this.#undecided[","];
    const isContradictory = point !== null && comma !== null;
    const isOpen = point === null && comma === null && undecided !== null;
    // Undecided: "1.234" is proposed as one and a bit, "1,234" as thousands; either way the person is asked.
    const decimal = comma !== null && point === null ? "," : ".";
    const isEmpty = point === null && comma === null && !isOpen && this.#groups.size === 0;
    return { decimal, group: this.#group(decimal), isAmbiguous: isContradictory || isOpen, point, comma, isEmpty };
  }

  #group(decimal: Separator): ValueFormats["group"] {
    const rival = other(decimal);
    if (this.#groups.has(rival) || this.#undecided[rival] !== null) return rival;
    return this.#groups.has(" ") ? " " : this.#groups.has("'") ? "'" : "";
  }
}

/** The separator this one number proves to be the decimal one. */
function decimalSeparator(number: string): Separator | "none" | "unclear" {
  const [points, commas] = [number.split(".").length - 1, number.split(",").length - 1];
  if (points + commas === 0) return "none";
  if (points > 0 && commas > 0) return number.lastIndexOf(".") > number.lastIndexOf(",") ? "." : ",";
  const separator = points > 0 ? "." : ",";
  if (points + commas > 1) return other(separator);
  const [whole = "", fraction = ""] = number.replace(/^[+-]/, "").split(separator);
  const couldGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldGroup ? "unclear" : separator;
}

function other(separator: Separator): Separator {
  return separator === "." ? "," : ".";
}
