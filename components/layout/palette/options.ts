import { matchingPages, type PagePlace } from "@/components/layout/palette/page-places";
import type { FoundPlace } from "@/lib/found-place";

export type Option = { kind: "order" | "request" | "page"; label: string; detail?: string | undefined; href: string };

export type OptionGroup = { title: string; options: Option[] };

const titles = { order: "Orders", request: "Requests", page: "Pages" };

/**
 * What can be chosen, in groups. Which group comes first depends on the text alone, never on what was found: a reference
 * means a request, a digit an order, anything else rather a page.
 */
export function optionGroups(places: readonly PagePlace[], found: readonly FoundPlace[], text: string): OptionGroup[] {
  const all: Option[] = [...found, ...matchingPages(places, text).map((page) => ({ kind: "page" as const, ...page }))];
  const order: Option["kind"][] = /^cr\W?\d/i.test(text)
    ? ["request", "order", "page"]
    : /\d/.test(text)
      ? ["order", "request", "page"]
      : ["page", "order", "request"];
  return order
    .map((kind) => ({ title: titles[kind], options: all.filter((option) => option.kind === kind) }))
    .filter(({ options }) => options.length > 0);
}
