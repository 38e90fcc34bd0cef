import type { DecideOutcome } from "@/lib/change-requests/decision-outcome";

/** One of many requests, as it was on screen. */
export type ManyItem = { request_id: string; order_id: string; expected_version: number; payload_hash: string };

/** What became of one of many; `error`: it was not decided at all, and the sentence says why. */
export type ManyResult<Item extends ManyItem = ManyItem> = {
  item: Item;
  answer: DecideOutcome | { outcome: "error"; message: string };
};

/** Enough to keep the database busy; more would only wait for the organization's trail. */
const AT_A_TIME = 8;

/**
 * Decides each item on its own: one transaction each by the same command as a single decision, so every item is checked
 * again under its own locks, and what is refused, moved or broken neither stops nor hides the rest. Not one transaction for
 * all: it would hold the trail's head, the last lock of every command, from the first item on and then wait for the second
 * item's order, which another command may hold while it waits for the head: a circle. And one bad item would undo the others.
 *
 * Requests on one order go one after the other, and each names the version that the one before it left: whoever selected
 * both has seen both, and only what somebody else wrote makes the second one stale.
 */
export async function decideEach<Item extends ManyItem>(
  items: readonly Item[],
  decide: (item: Item) => Promise<DecideOutcome>,
  sentenceOf: (error: unknown) => string,
): Promise<ManyResult<Item>[]> {
  const results = new Map<Item, ManyResult<Item>>();
  const waiting = [...Map.groupBy(items, ({ order_id }) => order_id).values()];
  const work = async () => {
    for (let orders = waiting.shift(); orders; orders = waiting.shift()) {
      let written: { from: number; to: number } | null = null;
      for (const item of orders) {
        const version: number = item.expected_version === written?.from ? written.to : item.expected_version;
        try {
          const answer = await decide({ ...item, expected_version: version });
          if (answer.outcome === "applied") written = { from: item.expected_version, to: answer.applied_version };
          results.set(item, { item, answer });
        } catch (error) {
          results.set(item, { item, answer: { outcome: "error", message: sentenceOf(error) } });
        }
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, waiting.length) }, work));
  return items.flatMap((item) => results.get(item) ?? []);
}
