import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decideEach, type ManyItem, type ManyResult } from "@/lib/change-requests/decide-many";
import type { DecideOutcome } from "@/lib/change-requests/decision-outcome";
import { createOrganization, type Organization } from "../support/organization.ts";
import { superuser } from "../support/postgres.ts";
import { growOrderBook, growQueue } from "./order-book.ts";
import { count, ms, report, times } from "./report.ts";
import { type Door, throughRest, throughSql } from "./scene.ts";
import { timed } from "./timings.ts";

/** As many as the page takes at a time. */
const REQUESTS = 200;
const ROUNDS = 4;

type Way = (org: Organization, items: ManyItem[]) => Promise<ManyResult[]>;

/** 200 requests approved at once, as the page does it, by each door; beside transactions that only write the same rows. */
export async function benchBulk(): Promise<void> {
  await superuser.unsafe(readFileSync(join(import.meta.dirname, "unchecked-write.sql"), "utf8"));
  const took: [string, number][] = [];
  for (const [name, way] of [
    ["bare write", uncheckedDecisions],
    ["SQL", decisions(throughSql)],
    ["REST", decisions(throughRest)],
  ] as [string, Way][])
    took.push([name, await measure(way)]);
  const bare = took[0]?.[1] ?? Number.NaN;
  report(
    `A bulk decision of ${REQUESTS} requests`,
    ["door", "requests/s", "all of them", "to bare"],
    took.map(([name, all]) => [name, count((REQUESTS * 1000) / all), ms(all), times(all / bare)]),
    `Eight at a time, one transaction each; the middle of ${ROUNDS} after one to warm up.`,
  );
}

async function measure(way: Way): Promise<number> {
  const org = await createOrganization();
  await growOrderBook(org.id, 0, REQUESTS * 3 * (ROUNDS + 1));
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    await growQueue(org.id, [org.requester.memberId], round * REQUESTS, (round + 1) * REQUESTS);
    const items = await superuser<ManyItem[]>`
      select r.id as request_id, r.order_id, o.version as expected_version, r.payload_hash
      from public.change_requests r join public.orders o on o.org_id = r.org_id and o.id = r.order_id
      where r.org_id = ${org.id} and r.status = 'pending'`;
    const { ms: all, result } = await timed(() => way(org, items));
    const wrong = result.find(({ answer }) => answer.outcome !== "applied");
    if (wrong || result.length !== REQUESTS) throw new Error(`${result.length} decided; ${JSON.stringify(wrong)}`);
    if (round > 0) times.push(all);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

const decisions =
  (door: Door): Way =>
  ({ approver }, items) =>
    decideEach(
      items,
      async (item) =>
        (await door(approver, "decide_change_request", {
          p_request_id: item.request_id,
          p_decision: "approve",
          p_note: null,
          p_expected_version: item.expected_version,
          p_payload_hash: item.payload_hash,
          p_idempotency_key: randomUUID(),
        })) as unknown as DecideOutcome,
      String,
    );

const uncheckedDecisions: Way = ({ id, requester, approver, fulfillment }, items) =>
  decideEach(
    items,
    async (item) => {
      await superuser.begin(async (sql) => {
        await sql`select set_config('statement_timeout', '8s', true)`;
        await sql`
          select bench.unchecked_decision(${id}, ${item.request_id}, ${requester.memberId}, ${approver.memberId},
            ${fulfillment.memberId}, ${requester.email})`;
      });
      return { outcome: "applied" } as DecideOutcome;
    },
    String,
  );
