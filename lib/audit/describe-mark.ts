import type { EntryFacts } from "@/lib/audit/entry-facts";
import { countOf, joined, quoted, stageName } from "@/lib/audit/phrases";

type MarkFacts = Extract<EntryFacts, { action: `order.mark${string}` }>;

/** "Finn marked line 3 (WIDGET-9) of SO-1001 as picked": what fulfillment said here about how far things are. */
export function describeMark(facts: MarkFacts, who: string, order: string): string {
  switch (facts.action) {
    case "order.marked":
      return `${who} marked ${subject(facts.after.lines, order)} as ${stageName(facts.after.stage)}${
        facts.after.order_stage ? `, and with that all of it is ${stageName(facts.after.order_stage)}` : ""
      }`;
    case "order.mark_taken_back": {
      const { line, sku, note, order_stage } = facts.after;
      const what = line === undefined ? order : subject([{ line, sku: sku ?? "" }], order);
      return `${who} took back that ${what} is ${stageName(facts.before.stage)}${
        order_stage ? `, which makes the order ${stageName(order_stage)} again` : ""
      }: ${quoted(note)}`;
    }
    case "order.mark_refused":
      return facts.after.is_take_back
        ? `${who} tried to take back that ${order} is ${stageName(facts.after.stage)}, but the order system says it has left`
        : `${who} tried to mark ${order} as ${stageName(facts.after.stage)}, and the check refused it: ${countOf(facts.after.problems, "problem")}`;
  }
}

function subject(lines: readonly { line: number; sku: string }[] | undefined, order: string): string {
  const [first] = lines ?? [];
  if (!lines || !first) return order;
  if (lines.length === 1) return `line ${first.line} (${first.sku}) of ${order}`;
  if (lines.length <= 6) return `lines ${joined(lines.map(({ line }) => String(line)))} of ${order}`;
  return `${lines.length} lines of ${order}`;
}
