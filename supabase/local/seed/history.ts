import { type Command, insist, type Outcome } from "./as-person.ts";
import type { Moments, PastClock } from "./past-clock.ts";
import type { Random } from "./random.ts";
import type { Cast, RequestStory, StoryOrder } from "./request-story.ts";

const WEEKS = 11;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Decision = "approve" | "reject" | "withdraw" | "blocked";

type Plan = { askedAt: Date; closedAt: Date; decision: Decision; asker: Command; reason: [code: string, text: string] };

const reasons: [[code: string, text: string], ...[code: string, text: string][]] = [
  ["customer_request", "Customer called and wants a little more of the first item."],
  ["customer_request", "New store opens; they need more on the first truck."],
  ["customer_request", "Their count was off, please add to the first line."],
  ["stock_shortage", "Shelf count came in short; customer takes the rest later."],
  ["delivery_date", "Receiving is closed that day; any later day is fine."],
  ["order_entry_error", "Typed from the wrong line of the PO."],
  ["other", "Agreed with the account manager on the phone."],
];

/**
 * Eleven weeks of requests that are over, so that there is something to look back on: more of them every week, decided faster
 * and faster. Every step is the people's own command, at the time it would have happened.
 */
export async function tellHistory(
  story: RequestStory,
  clock: PastClock,
  cast: Cast & { floor: Command },
  orgId: string,
  random: Random,
): Promise<void> {
  const moments = new Map<string, Moments>();
  const steps: { at: Date; run: () => Promise<void> }[] = [];
  for (const plan of plans(cast, random)) {
    let order: StoryOrder;
    let request: Outcome;
    steps.push({
      at: plan.askedAt,
      run: async () => {
        order =
          plan.decision === "blocked"
            ? story.peek(["picked", "packed", "shipped"], random)
            : story.take(["open", "released"], 2);
        const [code, text] = plan.reason;
        request = await story.ask(plan.asker, order, [change(code, order)], code, text);
        moments.set(String(request.request_id), plan);
      },
    });
    if (plan.decision !== "blocked")
      steps.push({ at: plan.closedAt, run: () => decide(story, cast, plan, order, request) });
  }
  for (const { at, run } of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    await clock.set(at);
    await run();
  }
  await cast.floor("acknowledge_changes", { p_org: orgId, p_request_ids: [...moments.keys()] });
  await clock.date(moments);
}

/** When the story begins: the Monday before the first of the weeks. */
export function beginning(): Date {
  const monday = new Date(Math.floor(Date.now() / DAY) * DAY);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return new Date(monday.getTime() - (WEEKS + 1) * 7 * DAY + 12 * HOUR);
}

function plans({ asker, secondAsker }: Cast, random: Random): Plan[] {
  const first = beginning().getTime();
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: 4 + Math.round(week / 3) + random.between(0, 2) }, (): Plan => {
      // Working hours in New York.
      const askedAt = first + (week + 1) * 7 * DAY + random.between(0, 4) * DAY + random.between(60, 480) * 60_000;
      const slow = random.between(1, 8) === 1 ? random.between(8, 26) * 60 : 0;
      const minutes = random.between(6, 200 - week * 14) + slow;
      return {
        askedAt: new Date(askedAt),
        closedAt: new Date(askedAt + minutes * 60_000),
        decision: random.pick(["approve", "approve", "approve", "approve", "approve", "reject", "withdraw", "blocked"]),
        asker: random.between(1, 3) === 1 ? secondAsker : asker,
        reason: random.pick(reasons),
      };
    }),
  ).flat();
}

function change(reasonCode: string, { lines: [line], shipDate }: StoryOrder) {
  if (reasonCode === "delivery_date") {
    const from = Math.max(Date.parse(`${shipDate}T00:00:00Z`), Date.now());
    return { kind: "set_order_date", requested_ship_date: new Date(from + 2 * DAY).toISOString().slice(0, 10) };
  }
  const quantity = line?.quantity ?? 1;
  const wanted = reasonCode === "stock_shortage" && quantity > 1 ? Math.ceil(quantity / 2) : quantity + 2;
  return { kind: "set_quantity", line_id: line?.id, quantity: String(wanted) };
}

async function decide(story: RequestStory, cast: Cast, plan: Plan, order: StoryOrder, request: Outcome): Promise<void> {
  if (plan.decision === "withdraw") await story.withdraw(plan.asker, request);
  else if (plan.decision === "reject") {
    const note = "Not on this order any more: enter it as a new one.";
    insist(await story.decide(cast.approver, request, order, "reject", note), "rejected");
  } else insist(await story.decide(cast.approver, request, order, "approve"), "applied");
}
