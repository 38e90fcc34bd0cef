type Acknowledged = { request_id: string; reference: string; order_number: string };
type Already = Acknowledged & { by: string; at: string };

/** The answer of `acknowledge_changes` and `acknowledge_order`. */
export type AcknowledgeOutcome =
  | {
      outcome: "acknowledged" | "nothing_to_acknowledge";
      acknowledged: Acknowledged[];
      already: Already[];
      /** Only for a typed or scanned number: the order it names. */
      order_number?: string;
    }
  | { outcome: "unknown_order"; order_number: string };

/** What happened, in a sentence for whoever pressed the button or scanned a slip. */
export function acknowledgeSentence(outcome: AcknowledgeOutcome): string {
  if (outcome.outcome === "unknown_order")
    return `There is no order ${outcome.order_number}. Check the number on the slip, or look it up under Orders.`;
  const { acknowledged, already, order_number } = outcome;
  const orders = [...new Set(acknowledged.map((one) => one.order_number))];
  const first = already[0];
  if (acknowledged.length === 0) {
    if (first)
      return `${first.by} was faster: ${already.map(({ reference }) => reference).join(", ")} is acknowledged already.`;
    return order_number
      ? `Nothing to acknowledge on ${order_number}: it has no change that nobody has seen.`
      : "Nothing to acknowledge any more. Reload the list.";
  }
  const changes = acknowledged.length === 1 ? "1 change" : `${acknowledged.length} changes`;
  const where = orders.length === 1 ? `on ${orders[0]}` : `on ${orders.length} orders`;
  const rest = first ? ` ${first.by} had acknowledged ${already.length} of them before.` : "";
  return `Acknowledged ${changes} ${where}.${rest}`;
}
