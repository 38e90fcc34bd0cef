import { addMember, createOrganization, type Organization } from "../support/organization.ts";
import { superuser } from "../support/postgres.ts";
import { anyApprover, growOrderBook, growQueue, type Steps } from "./order-book.ts";
import { visitPage } from "./page-visit.ts";
import { readAs } from "./read-as.ts";
import { count, ms, type Row, report, times } from "./report.ts";
import type { ServedApp } from "./served-app.ts";
import { Timings } from "./timings.ts";

const RUNS = 40;
const PAGE_RUNS = 20;
const ORDERS = 40_000;

/** What approvers and the floor look at all day, with a hundred and with ten thousand requests waiting. */
export async function benchWaiting(app: ServedApp): Promise<void> {
  const org = await createOrganization();
  const colleagues = await Promise.all(
    Array.from({ length: 11 }, (_, index) => addMember(org.id, ["requester"], `Carl Requester ${index}`)),
  );
  const requesters = [org.requester, ...colleagues].map(({ memberId }) => memberId);
  await growOrderBook(org.id, 0, ORDERS);
  const rows: Row[] = [];
  const few = new Map<string, number>();
  for (const [had, pending] of [
    [0, 100],
    [100, 10_000],
  ] as const) {
    await growQueue(org.id, requesters, had, pending, stepsOf(org));
    for (const [what, timings] of await measure(org, app)) {
      if (pending === 100) few.set(what, timings.p95);
      rows.push([what, count(pending), ms(timings.p50), ms(timings.p95), times(timings.p95 / (few.get(what) ?? 0))]);
    }
  }
  report(
    "What waits",
    ["what", "pending", "p50", "p95", "p95 to 100 pending"],
    rows.toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    `${count(ORDERS)} orders, 12 requesters, three kinds of steps; one changed line per request.`,
  );
}

/** One approver of anyone, one by name, and one of two steps. */
const stepsOf = ({ approver }: Organization): Steps[] => [
  anyApprover,
  [{ approvers: { anyone: false, members: [approver.memberId], groups: [] }, required: 1 }],
  [...anyApprover, ...anyApprover],
];

async function measure(
  { id, slug, approver, fulfillment }: Organization,
  app: ServedApp,
): Promise<[string, Timings][]> {
  return [
    ["queue: whose turn, counted (SQL)", await runs(RUNS, () => readAs(approver, queueStatement, [id]))],
    ["queue (page)", await runs(PAGE_RUNS, () => visitPage(app, `/${slug}/queue`, approver))],
    ["stop list: first 200 (SQL)", await runs(RUNS, () => readAs(fulfillment, stopStatement, [id]))],
    [
      "stop list: counted (SQL)",
      await runs(RUNS, () => readAs(fulfillment, "select count(*) from public.stop_list where org_id = $1", [id])),
    ],
    ["stop list (page)", await runs(PAGE_RUNS, () => visitPage(app, `/${slug}/fulfillment`, fulfillment))],
    ["what is due, once a minute (SQL)", await runs(5, () => superuser`select * from private.find_due_requests(200)`)],
  ];
}

/** As lib/change-requests/routing-queries.ts and lib/fulfillment/queries.ts ask. */
const queueStatement = `
  select id, waiting from public.my_queue where org_id = $1
  order by due_at nulls last, submitted_at, reference limit 50`;
const stopStatement = `
  select * from public.stop_list where org_id = $1
  order by ship_date nulls last, site_code, order_number, line nulls first, reference, change limit 200`;

async function runs(number: number, work: () => Promise<unknown>): Promise<Timings> {
  const timings = new Timings();
  for (let run = 0; run < 3; run++) await work(); // connections, sessions, plans
  for (let run = 0; run < number; run++) await timings.time(work);
  return timings;
}
