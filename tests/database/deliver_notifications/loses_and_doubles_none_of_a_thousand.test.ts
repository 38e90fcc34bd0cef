import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverDue } from "@/lib/notifications/deliver";
import { resendTransport } from "@/lib/notifications/resend-transport";
import { loadSecrets } from "../../../supabase/local/secrets.ts";
import { connections } from "../../support/connections.ts";
import { MailOffice } from "../../support/mail-office.ts";
import { type Behavior, type ResendStandIn, startResendStandIn } from "../../support/resend-stand-in.ts";
import { startScratchApi } from "../../support/scratch-api.ts";

const MAILS = 1_000;
const root = join(import.meta.dirname, "../../..");

// A database and an API of their own: a worker takes whatever is due in any organization.
let office: MailOffice;
let api: Awaited<ReturnType<typeof startScratchApi>>;
let provider: ResendStandIn;
let environment: Record<string, string>;

beforeAll(async () => {
  [office, provider] = await Promise.all([MailOffice.open(), startResendStandIn()]);
  api = await startScratchApi({
    adminDatabaseUrl: office.database.connections.adminDatabaseUrl,
    databaseUrl: office.database.connections.databaseUrl,
    siteUrl: connections.url,
    smtpUrl: connections.smtpUrl,
    secrets: loadSecrets(process.env.TEST_STACK ?? "test"),
    confirmEmail: false,
  });
  environment = { SUPABASE_URL: api.url, PROVIDER_URL: provider.url };
  Object.assign(process.env, environment);
});
afterAll(async () => {
  await Promise.all([api.stop(), provider.stop()]);
  await office.database.drop();
});

const facts = {
  organization: "Northwind",
  slug: "northwind",
  reference: "CR-000001",
  round: 1,
  order_number: "SO-1001",
  customer: "Harbor & Finch",
  customer_po: null,
  currency: "USD",
  requested_ship_date: "2026-12-13",
  version: 2,
  requester: "Carl",
  reason: "They called",
  reason_label: "Customer asked for it",
  decider: "Priya",
  decided_for: null,
  note: null,
  problems: [],
  changes: [{ kind: "add_line", before: {}, after: { sku: "NEW-1", quantity: "3" } }],
};

async function queueAll(): Promise<void> {
  await office.database.superuser`
    insert into public.notifications (org_id, event, template, recipient_email, facts)
    select ${office.org}, 'event:' || n, 'request_applied', n || '@example.test', ${office.database.superuser.json(facts)}
    from generate_series(1, ${MAILS}::int) n`;
}

const counts = async () =>
  Object.fromEntries(
    (
      await office.database.superuser<{ state: string; mails: number }[]>`
      select state, count(*)::int as mails from public.notifications group by state`
    ).map(({ state, mails }) => [state, mails]),
  );

/** Hours go by: what waits is due, and leases of the dead have run out. Nobody sleeps for it. */
const timePasses = () => office.database.superuser`
  update public.notifications set next_attempt_at = now() - interval '1 day', lease_until = case when lease is not null then now() end
  where state in ('queued', 'failed', 'sending')`;

/** One of everything that goes wrong, spread over the mails by their keys; the same mail fares the same in every run. */
function misfortune(key: string, attempt: number): Behavior {
  const kind = Number.parseInt(key.slice(0, 6), 16) % 40;
  const plans: Record<number, Behavior[]> = {
    0: [500],
    1: [503, 500],
    2: [500, 429, 503],
    3: [{ status: 429, retryAfter: 1 }],
    4: [429, 429],
    5: ["lost answer"],
    6: ["lost answer", 500, "lost answer"],
    7: ["no answer"],
    8: [401],
    9: [{ status: 503, retryAfter: 120 }, "lost answer"],
  };
  return plans[kind]?.[attempt - 1] ?? 200;
}

function startWorker(): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [join(root, "tests/support/mail-worker.ts")], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  return { child, output: () => output };
}

test("500s, 429s, silence, lost answers, an outage and a worker killed in the middle: each of a thousand arrives once", async () => {
  await queueAll();

  // The first worker gets so far, then the provider takes mails and says nothing, and there the worker is killed.
  let asked = 0;
  provider.otherwise(() => (++asked <= 60 ? 200 : "no answer"));
  const isMidway = provider.afterAttempts(70);
  const { child, output } = startWorker();
  const ended = once(child, "exit");
  await Promise.race([
    isMidway,
    ended.then(() => {
      throw new Error(`The worker ended by itself: ${output()}`);
    }),
  ]);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  const left = await counts();
  expect(left.sending, "taken by the provider, and by nobody noted").toBeGreaterThanOrEqual(10);
  expect(provider.keptKeys().length).toBeGreaterThan(left.sent ?? 0);

  // Then it is down altogether: a run gives up after its first batch and spoils nobody else's attempts.
  provider.otherwise(() => 503);
  const run = () =>
    deliverDue({
      transport: resendTransport({ apiKey: "re_test", baseUrl: provider.url, from: "Orders <orders@example.test>" }),
      batch: 25,
      sendTimeoutMs: 250,
      pause: async () => undefined,
    });
  await run();
  expect(await counts()).toMatchObject({ failed: 25 });

  // Then everything at once, three workers at a time, hour after hour.
  provider.otherwise(misfortune);
  let hours = 0;
  while (Object.keys(await counts()).join() !== "sent" && ++hours <= 10) {
    await timePasses();
    await Promise.all([run(), run(), run()]);
  }
  expect(await counts()).toEqual({ sent: MAILS });

  const keys = provider.keptKeys();
  const recipients = keys.map((key) => provider.attempts(key)[0]?.to);
  expect(new Set(recipients).size, "every recipient has one").toBe(MAILS);
  expect(recipients, "and none has two").toHaveLength(MAILS);
  const rows = await office.database.superuser<{ id: string; provider_id: string }[]>`
    select id, provider_id from public.notifications`;
  expect(rows.every(({ id, provider_id }) => provider_id === `resend-${id}`)).toBe(true);
  const attempts = keys.map((key) => provider.attempts(key));
  expect(attempts.flat().length, "there was something to survive").toBeGreaterThan(MAILS + 100);
  for (const each of attempts) expect(new Set(each.map(({ body }) => body)).size, "the same bytes each time").toBe(1);
}, 120_000);
