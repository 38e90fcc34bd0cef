import { insist, newKey } from "./as-person.ts";
import type { Cast, RequestStory, StoryLine, StoryOrder } from "./request-story.ts";

const early = ["open", "released"];

/** Requests in every state. What was approved first is exported, so that the next export has only the rest to tell. */
export async function tellRequests(story: RequestStory, orgId: string, cast: Cast): Promise<void> {
  await tellApplied(story, orgId, cast);
  await tellClosed(story, cast);
  await tellRefused(story, cast);
  await tellPending(story, cast);
}

async function tellApplied(
  story: RequestStory,
  orgId: string,
  { asker, secondAsker, approver, admin }: Cast,
): Promise<void> {
  const approved: [StoryOrder, object[], string, string][] = [
    one(
      story,
      (order) => [more(order.lines[0], 4)],
      "customer_request",
      "Customer opened a second location and needs more.",
    ),
    one(
      story,
      (order) => [fewer(order.lines[0])],
      "stock_shortage",
      "Only half of it arrives this week; customer agreed to take that.",
    ),
    one(
      story,
      (order) => [remove(order.lines[1])],
      "order_entry_error",
      "Entered twice: the second line came over from the quote.",
    ),
    one(story, (order) => [day(order, 3)], "delivery_date", "Dock is closed for repairs until then."),
    one(
      story,
      (order) => [
        {
          kind: "add_line",
          sku: "TAPE-2-110",
          quantity: "36",
          description: "Carton sealing tape 2 in × 110 yd",
          uom: "RL",
          unit_price: "2.35",
        },
        more(order.lines[0], 2),
      ],
      "customer_request",
      "Asked to put a case of tape on the same truck.",
    ),
    one(
      story,
      (order) => [
        {
          kind: "substitute_line",
          line_id: order.lines[0]?.id,
          sku: "GLOVE-NIT-L",
          description: "Nitrile gloves, large, 100 per box",
        },
      ],
      "stock_shortage",
      "Ordered item is on backorder; customer takes the gloves instead.",
    ),
    one(
      story,
      (order) => [
        { kind: "set_line_date", line_id: order.lines[1]?.id, requested_ship_date: later(order.shipDate, 5) },
      ],
      "delivery_date",
      "Second line can follow the week after.",
    ),
  ];
  approved.push(
    one(
      story,
      () => [
        { kind: "set_ship_to", ship_to: "Receiving, Dock 4\n2200 Industrial Pkwy\nBuffalo, NY 14207" },
        { kind: "set_ship_method", ship_method: "UPS 2nd Day Air" },
      ],
      "customer_request",
      "The store is being moved; everything goes to the new dock, and quickly.",
    ),
    one(story, () => [{ kind: "cancel_order" }], "customer_request", "Project was called off, they need none of it."),
  );
  for (const [index, [order, changes, reasonCode, reason]] of approved.entries()) {
    const request = insist(
      await story.ask(index % 3 ? asker : secondAsker, order, changes as { kind: string }[], reasonCode, reason),
      "submitted",
    );
    insist(
      await story.decide(approver, request, order, "approve", index === 1 ? "Confirmed with purchasing." : null),
      "applied",
    );
    if (index === 3)
      insist(await admin("begin_export", { p_org: orgId, p_scope: "updates", p_idempotency_key: newKey() }), "created");
  }
}

async function tellClosed(story: RequestStory, { asker, secondAsker, approver }: Cast): Promise<void> {
  const rejected: [string, string][] = [
    [
      "Customer would like a discount line taken off.",
      "Pricing is agreed for the quarter. Talk to the account manager first.",
    ],
    ["Wants 40 more of the first item by tomorrow.", "We cannot source that by tomorrow; the truck is full."],
    ["Please cut this line, they found it cheaper.", "It is a special order and already paid for."],
  ];
  for (const [reason, note] of rejected) {
    const order = story.take(early, 2);
    const request = insist(
      await story.ask(asker, order, [more(order.lines[0], 40)], "customer_request", reason),
      "submitted",
    );
    insist(await story.decide(approver, request, order, "reject", note), "rejected");
  }
  for (const note of [
    "Which of the two docks? The customer has given us both.",
    "Please attach the customer's new PO number to the reason.",
  ]) {
    const order = story.take(early, 2);
    const request = insist(
      await story.ask(asker, order, [day(order, 2)], "delivery_date", "Customer wants it two days later."),
      "submitted",
    );
    insist(await story.decide(approver, request, order, "return", note), "returned");
  }
  for (const by of [asker, secondAsker]) {
    const order = story.take(early);
    const request = insist(
      await story.ask(by, order, [more(order.lines[0], 1)], "other", "Customer is not sure yet, asking to be safe."),
      "submitted",
    );
    await story.withdraw(by, request);
  }
}

/** Attempts the lock stopped; they are kept, because they are evidence. */
async function tellRefused(story: RequestStory, { asker, secondAsker }: Cast): Promise<void> {
  const picked = story.take(["picked"]);
  insist(
    await story.ask(
      asker,
      picked,
      [more(picked.lines[0], 2)],
      "customer_request",
      "Customer called: two more, if it is not too late.",
    ),
    "refused",
  );
  const shipped = story.take(["shipped"]);
  insist(
    await story.ask(
      secondAsker,
      shipped,
      [remove(shipped.lines[0])],
      "order_entry_error",
      "Wrong item, please take it off.",
    ),
    "refused",
  );
  const begun = story.take(["picking"]);
  insist(
    await story.ask(asker, begun, [{ kind: "cancel_order" }], "customer_request", "They want to call it all off."),
    "refused",
  );
  const unmapped = story.take(["unknown"]);
  insist(await story.ask(asker, unmapped, [day(unmapped, 4)], "delivery_date", "Move it to next week."), "refused");
}

async function tellPending(story: RequestStory, { asker, secondAsker, approver }: Cast): Promise<void> {
  const asks: [StoryOrder, object[], string, string][] = [
    one(
      story,
      (order) => [more(order.lines[0], 2)],
      "customer_request",
      "Customer called: two more of the first item.",
    ),
    one(
      story,
      (order) => [fewer(order.lines[0]), remove(order.lines[1])],
      "stock_shortage",
      "Not enough on the shelf for both lines.",
    ),
    one(story, (order) => [day(order, 7)], "delivery_date", "Store is closed for inventory that week."),
    one(
      story,
      (order) => [
        {
          kind: "substitute_line",
          line_id: order.lines[1]?.id,
          sku: "BIN-STK-18",
          description: "Stacking bin 18 × 11 in, blue",
        },
      ],
      "customer_request",
      "They want the large bins instead.",
    ),
    one(
      story,
      () => [
        {
          kind: "add_line",
          sku: "LABEL-4X6-1C",
          quantity: "6",
          description: "Thermal label 4 × 6 in, 1,000 per roll",
          uom: "RL",
          unit_price: "12.6",
        },
      ],
      "customer_request",
      "Forgot the labels; same ship date is fine.",
    ),
    one(
      story,
      (order) => [more(order.lines[0], 10), more(order.lines[1], 10), day(order, 1)],
      "order_entry_error",
      "Typed from the wrong page of the PO.",
    ),
  ];
  asks.push(
    one(
      story,
      () => [{ kind: "set_ship_to", ship_to: "Attn: Night shift\n88 Harbor Rd, Gate B\nPortland, ME 04101" }],
      "customer_request",
      "Front dock is closed after six; the driver has to use gate B.",
    ),
    one(
      story,
      () => [{ kind: "cancel_order" }],
      "order_entry_error",
      "Entered twice, the other one is already moving.",
    ),
    closing(story),
  );
  for (const [index, [order, changes, reasonCode, reason]] of asks.entries()) {
    insist(
      await story.ask(index % 3 === 2 ? secondAsker : asker, order, changes as { kind: string }[], reasonCode, reason),
      "submitted",
    );
  }

  // The order moves under a request that is still waiting: its approver has to look again.
  const shared = story.take(early, 3);
  insist(
    await story.ask(asker, shared, [more(shared.lines[0], 6)], "customer_request", "Six more of the first line."),
    "submitted",
  );
  const other = insist(
    await story.ask(secondAsker, shared, [fewer(shared.lines[2])], "stock_shortage", "Third line is short."),
    "submitted",
  );
  insist(await story.decide(approver, other, shared, "approve"), "applied");

  const returned = story.take(early, 2);
  const first = insist(
    await story.ask(secondAsker, returned, [more(returned.lines[1], 50)], "customer_request", "Fifty more, please."),
    "submitted",
  );
  insist(
    await story.decide(approver, first, returned, "return", "Fifty more than ordered, or fifty in total?"),
    "returned",
  );
  insist(
    await story.askAgain(
      secondAsker,
      first,
      returned,
      [more(returned.lines[1], 5)],
      "customer_request",
      "Five more, a typing error. Sorry.",
    ),
    "submitted",
  );
}

function one(
  story: RequestStory,
  changes: (order: StoryOrder) => object[],
  reasonCode: string,
  reason: string,
): [StoryOrder, object[], string, string] {
  const order = story.take(early, 2);
  return [order, changes(order), reasonCode, reason];
}

/** A line the floor has begun with and will not finish. */
function closing(story: RequestStory): [StoryOrder, object[], string, string] {
  const isBegun = ({ floor, quantity }: StoryLine) => Number(floor) > 0 && Number(floor) < Number(quantity);
  const order = story.take(["picking"], 1, ({ lines }) => lines.some(isBegun));
  const line = order.lines.find(isBegun);
  return [
    order,
    [{ kind: "close_line", line_id: line?.id }],
    "stock_shortage",
    "The rest is on backorder until spring; customer takes what is picked.",
  ];
}

function more(line: StoryLine | undefined, by: number) {
  return { kind: "set_quantity", line_id: line?.id, quantity: String((line?.quantity ?? 0) + by) };
}

function fewer(line: StoryLine | undefined) {
  const quantity = line?.quantity ?? 0;
  return quantity > 1
    ? { kind: "set_quantity", line_id: line?.id, quantity: String(Math.ceil(quantity / 2)) }
    : remove(line);
}

function remove(line: StoryLine | undefined) {
  return { kind: "remove_line", line_id: line?.id };
}

function day(order: StoryOrder, days: number) {
  return { kind: "set_order_date", requested_ship_date: later(order.shipDate, days) };
}

function later(day: string, days: number): string {
  const from = Math.max(Date.parse(`${day}T00:00:00Z`), Date.now());
  return new Date(from + days * 86_400_000).toISOString().slice(0, 10);
}
