import { expect, test } from "vitest";
import { askAs } from "../../support/ask.ts";
import { takeAttempt } from "../../support/invitations.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { submit } from "../../support/requests.ts";

const email = () => `who.${crypto.randomUUID()}@example.test`;
const address = () => `2001:db8::${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 4)}`;

test("one place may try an account ten times, also all at once, and is told how long to wait", async () => {
  const [who, from] = [email(), address()];
  const answers = await Promise.all(Array.from({ length: 40 }, () => takeAttempt("sign_in", who, from)));
  expect(answers.filter(({ outcome }) => outcome === "allowed")).toHaveLength(10);
  const limited = answers.find(({ outcome }) => outcome === "limited");
  expect(limited?.retry_after).toBeGreaterThan(800);
  // Spelled another way it is the same account.
  expect(await takeAttempt("sign_in", ` ${who.toUpperCase()} `, from)).toMatchObject({ outcome: "limited" });
});

test("whoever guesses locks out themselves, not the owner somewhere else", async () => {
  const who = email();
  const guesser = address();
  for (let n = 0; n < 30; n++) await takeAttempt("sign_in", who, guesser);
  expect(await takeAttempt("sign_in", who, address())).toEqual({ outcome: "allowed" });
  // A right password gives back what it took.
  const office = address();
  for (let n = 0; n < 30; n++) {
    expect(await takeAttempt("sign_in", who, office)).toEqual({ outcome: "allowed" });
    await askAs("service_role", "return_attempt", { p_kind: "sign_in", p_email: who, p_address: office });
  }
});

test("a spray over many accounts from one place ends after a hundred", async () => {
  const from = address();
  let allowed = 0;
  for (let n = 0; n < 120; n++) if ((await takeAttempt("sign_in", email(), from)).outcome === "allowed") allowed++;
  expect(allowed).toBe(100);
});

test("an account gets four links in a quarter of an hour, and new ones when it is over", async () => {
  const who = email();
  const outcomes = [];
  for (let n = 0; n < 6; n++) outcomes.push((await takeAttempt("link", who, address())).outcome);
  expect(outcomes).toEqual(["allowed", "allowed", "allowed", "allowed", "limited", "limited"]);
  await superuser`
    update private.rate_counters set ends_at = now() - interval '1 second'
    where bucket = private.rate_bucket(array['link', 'account', ${who}])`;
  expect(await takeAttempt("link", who, address())).toEqual({ outcome: "allowed" });
});

test("no address is known: the account's own limit still counts", async () => {
  const who = email();
  for (let n = 0; n < 200; n++) await takeAttempt("sign_in", who, null);
  expect(await takeAttempt("sign_in", who, null)).toMatchObject({ outcome: "limited" });
  expect(await takeAttempt("guess", who, null)).toMatchObject({ code: "PT422", reason: "unknown_kind" });
});

test("a counter names nobody, and old ones are swept", async () => {
  const who = email();
  await superuser`insert into private.rate_counters values (sha256('stale'), 3, now() - interval '2 hours') on conflict do nothing`;
  for (let n = 0; n < 3; n++) await takeAttempt("link", who, address());
  const [row] = await superuser`
    select bool_or(c::text like ${`%${who}%`}) as named, bool_or(bucket = sha256('stale')) as stale from private.rate_counters c`;
  expect(row).toEqual({ named: false, stale: false });
});

test("a flood of submissions by one member is stopped, another member goes on", async () => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  await superuser`
    insert into public.idempotency_keys (org_id, actor_id, command, key, request_hash)
    select ${org.id}, ${org.requester.memberId}, 'submit_change_request', 'flooding-' || n, sha256('') from generate_series(1, 6000) n`;
  const change = [{ kind: "set_quantity", line_id: order.lines[0].id, quantity: "7" }];
  const refused = await submit(org.requester, order, change);
  expect(refused).toMatchObject({ code: "PT409", reason: "rate_limited" });
  expect(await superuser`select from public.change_requests where org_id = ${org.id}`).toHaveLength(0);
  await superuser`update public.idempotency_keys set created_at = now() - interval '11 minutes' where org_id = ${org.id}`;
  expect(await submit(org.requester, order, change)).toMatchObject({ outcome: "submitted" });
});
