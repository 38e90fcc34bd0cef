import type { Sql } from "postgres";
import { type Command, insist, newKey } from "./as-person.ts";
import type { StatusShare } from "./order-book.ts";

type Format = { pattern: string; example: string };

export type Interview = {
  system: string;
  statuses: StatusShare[];
  orderNumbers: Format[];
  skus: Format[];
  sites: { code: string; name: string; time_zone: string; ship_cutoff: string }[];
  dailyOrders: number;
  /** E-mails of the people who decide what is worth 5,000 or more. */
  bigChanges?: string[];
  mailbox?: string;
  exceptions?: string;
};

/** The set-up interview, answered and agreed to, before the first order comes in. */
export async function answerInterview(
  sql: Sql,
  admin: Command,
  orgId: string,
  interview: Interview,
  today: string,
): Promise<void> {
  const { system, statuses, orderNumbers, skus, sites, dailyOrders, bigChanges, mailbox, exceptions } = interview;
  const answers = {
    system: { id: "other", name: system },
    status_words: statuses.flatMap(({ word, stage }) => (stage ? [{ word, stage }] : [])),
    formats: { order_number: orderNumbers, sku: skus, import_misfits: "refuse" },
    sites: sites.map((site, at) => ({
      ...site,
      work_days: [1, 2, 3, 4, 5],
      is_default: at === 0,
      holidays: holidaysFrom(Number(today.slice(0, 4))),
    })),
    daily_orders: dailyOrders,
    approval_rules: bigChanges
      ? [
          {
            id: "setup-1",
            name: "From a value of 5,000 on",
            conditions: { value: "5000" },
            steps: [{ approvers: { members: await memberIds(sql, orgId, bigChanges) }, required: 1 }],
          },
        ]
      : [],
    fulfillment_email: mailbox ?? null,
    exceptions: exceptions ?? null,
  };
  insist(
    await admin("apply_setup", {
      p_org: orgId,
      p_answers: answers,
      p_expected_version: 0,
      p_idempotency_key: newKey(),
    }),
    "applied",
  );
}

function holidaysFrom(year: number) {
  return [year, year + 1].flatMap((one) => [
    { day: `${one}-01-01`, name: "New Year's Day" },
    { day: `${one}-07-04`, name: "Independence Day" },
    { day: `${one}-12-25`, name: "Christmas Day" },
  ]);
}

async function memberIds(sql: Sql, orgId: string, emails: string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from public.members where org_id = ${orgId} and email in ${sql(emails)}`;
  return rows.map(({ id }) => id);
}
