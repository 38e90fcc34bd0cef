import { createOrganization, type Organization } from "../support/organization.ts";
import { growOrderBook, growQueue } from "./order-book.ts";
import { visitPage } from "./page-visit.ts";
import { readAs } from "./read-as.ts";
import { count, ms, type Row, report } from "./report.ts";
import type { ServedApp } from "./served-app.ts";
import { Timings } from "./timings.ts";

const RUNS = 40;
const PAGE_RUNS = 12;

/** Search, lists and the queue as an organization grows, by SQL as a member and as pages of the production build. */
export async function benchReading(sizes: number[], app: ServedApp): Promise<void> {
  const org = await createOrganization();
  const rows: Row[] = [];
  let orders = 0;
  let pending = 0;
  for (const size of sizes) {
    await growOrderBook(org.id, orders, size);
    orders = size;
    const { requester, approver, admin } = org;
    const search = await runs(RUNS, (run) =>
      readAs(requester, searchStatement, [org.id, queries(size)[run % queries(size).length]]),
    );
    const first = await runs(RUNS, () => readAs(requester, searchStatement, [org.id, ""]));
    const page = await runs(PAGE_RUNS, () => visitPage(app, `/${org.slug}/orders`, requester));
    const found = await runs(PAGE_RUNS, (run) =>
      visitPage(
        app,
        `/${org.slug}/orders?q=${encodeURIComponent(queries(size)[run % queries(size).length] ?? "")}`,
        requester,
      ),
    );
    const words = await runs(5, () =>
      readAs(admin, "select * from public.status_word_uses where org_id = $1", [org.id]),
    );
    for (const [name, timings] of Object.entries({
      "search (SQL)": search,
      "first page of orders (SQL)": first,
      "search (page)": found,
      "first page of orders (page)": page,
      "status words (SQL)": words,
    }))
      rows.push([name, count(size), "", ms(timings.p50), ms(timings.p95)]);

    for (const waiting of [100, 10_000].filter((number) => number > pending && number <= size / 4)) {
      await growQueue(org.id, [requester.memberId], pending, waiting);
      pending = waiting;
    }
    const queue = await runs(PAGE_RUNS, () => readQueue(org));
    const queuePage = await runs(PAGE_RUNS, () => visitPage(app, `/${org.slug}/queue`, approver));
    rows.push(["queue with checks (SQL)", count(size), count(pending), ms(queue.p50), ms(queue.p95)]);
    rows.push(["queue (page)", count(size), count(pending), ms(queuePage.p50), ms(queuePage.p95)]);
  }
  report("Reading", ["what", "orders", "pending", "p50", "p95"], rows);
}

const searchStatement = "select * from public.search_orders(p_org => $1, p_query => $2)";

/** What people type: a whole number, its tail, a customer, a PO, a SKU, two letters, nothing that exists. */
const queries = (size: number): string[] => [
  `SO-${String(Math.ceil(size / 2)).padStart(8, "0")}`,
  String(size - 7).padStart(6, "0"),
  "customer 499",
  `PO ${7 * Math.ceil(size / 3)}`,
  "sku-4711",
  "so",
  "zzzzzz",
];

/** The first page as lib/change-requests/queries.ts reads it: count, ids, rows, checks. */
async function readQueue({ id, approver }: Organization): Promise<void> {
  const pending = "from public.change_request_list where org_id = $1 and status = 'pending'";
  await readAs(approver, "select count(*) from public.change_requests where org_id = $1 and status = 'pending'", [id]);
  const found = await readAs<{ id: string }>(
    approver,
    `select id ${pending} order by requested_ship_date nulls last, submitted_at, reference limit 50`,
    [id],
  );
  const ids = found.map((row) => row.id);
  await readAs(approver, "select * from public.change_request_list where org_id = $1 and id = any ($2::uuid[])", [
    id,
    ids,
  ]);
  await readAs(
    approver,
    "select request_id, moved, problems from public.change_request_checks where org_id = $1 and request_id = any ($2::uuid[])",
    [id, ids],
  );
}

async function runs(times: number, work: (run: number) => Promise<unknown>): Promise<Timings> {
  const timings = new Timings();
  await work(0);
  for (let run = 0; run < times; run++) await timings.time(() => work(run));
  return timings;
}
