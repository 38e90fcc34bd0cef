import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deliverDue } from "@/lib/notifications/deliver";
import { renderMessage } from "@/lib/notifications/render-message";
import { resendTransport } from "@/lib/notifications/resend-transport";
import { connections } from "../../support/connections.ts";
import { forgetEarlierMail } from "../../support/earlier-mail.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization, type Organization } from "../../support/organization.ts";
import { makeDue, outboxOf } from "../../support/outbox.ts";
import { superuser } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";
import { type ResendStandIn, startResendStandIn } from "../../support/resend-stand-in.ts";

// One file, because a worker takes whatever is due in any organization: two files would deliver each other's mail, and what
// other tests left is not delivered here.
let org: Organization;
let provider: ResendStandIn;

beforeAll(async () => {
  await forgetEarlierMail(connections.adminDatabaseUrl);
  [org, provider] = await Promise.all([createOrganization(), startResendStandIn()]);
});
afterAll(() => provider.stop());

const transport = () =>
  resendTransport({ apiKey: "re_test", baseUrl: provider.url, from: "Orders <orders@example.test>" });
const deliver = () => deliverDue({ transport: transport() });

/** A request whose one mail, to the approver, is next in line. */
async function queued() {
  const order = await createOrder(org.id);
  const request = await submitted(org.requester, order, [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" },
  ]);
  const [row] = await outboxOf(request.id);
  if (!row) throw new Error("Nothing was queued.");
  await makeDue([row.id]);
  const now = async () => (await outboxOf(request.id))[0];
  return { id: row.id, request, now };
}

test("a mail goes out once, under the notification's id, and is settled with the provider's", async () => {
  const { id, request, now } = await queued();
  await deliver();
  await deliver();
  expect(provider.attempts(id)).toHaveLength(1);
  expect(provider.attempts(id)[0]).toMatchObject({
    to: `"Priya Approver" <${org.approver.email}>`,
    subject: expect.stringContaining(request.reference),
  });
  expect(await now()).toMatchObject({
    state: "sent",
    attempts: 1,
    providerId: `resend-${id}`,
    lastError: null,
    lease: null,
  });
});

test.each([
  [500, 30],
  [403, 30],
])("%i is tried again after a pause, under the same key", async (status, pause) => {
  const { id, now } = await queued();
  provider.behave(id, status);
  await deliver();
  const failed = await now();
  expect(failed).toMatchObject({ state: "failed", attempts: 1, lastError: expect.stringContaining(String(status)) });
  expect(failed?.pauseInSeconds).toBeGreaterThanOrEqual(pause);

  await deliver();
  expect(provider.attempts(id)).toHaveLength(1);

  await makeDue([id]);
  await deliver();
  expect(provider.attempts(id).map(({ key }) => key)).toEqual([id, id]);
  expect(await now()).toMatchObject({ state: "sent", attempts: 2, lastError: null });
});

test("429 is waited for as long as the provider asks, in the same run, and costs no attempt", async () => {
  const { id, now } = await queued();
  provider.behave(id, { status: 429, retryAfter: 2 });
  const pauses: number[] = [];
  await deliverDue({
    transport: transport(),
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      expect(await now()).toMatchObject({ state: "failed", attempts: 0, lastError: expect.stringContaining("429") });
      await makeDue([id]);
    },
  });
  expect(pauses).toEqual([2000]);
  expect(provider.attempts(id)).toHaveLength(2);
  expect(await now()).toMatchObject({ state: "sent", attempts: 1, lastError: null });
});

test("a provider that wants to be left alone for longer than the run lasts is left alone", async () => {
  const { id, now } = await queued();
  provider.behave(id, { status: 429, retryAfter: 600 });
  await deliverDue({ transport: transport(), pause: () => Promise.reject(new Error("It waited.")) });
  expect(provider.attempts(id)).toHaveLength(1);
  expect((await now())?.pauseInSeconds).toBeGreaterThanOrEqual(600);
});

test("422 is final: trying again would say the same", async () => {
  const { id, now } = await queued();
  provider.behave(id, 422);
  await deliver();
  expect(await now()).toMatchObject({ state: "dead", attempts: 1, lastError: expect.stringContaining("422") });
  await makeDue([id]);
  await deliver();
  expect(provider.attempts(id)).toHaveLength(1);
});

test("a lost answer is asked again with the same key and the same bytes, and arrives once", async () => {
  const { id, now } = await queued();
  provider.behave(id, "lost answer");
  await deliver();
  expect(await now()).toMatchObject({ state: "failed" });
  await makeDue([id]);
  await deliver();
  const [first, second] = provider.attempts(id);
  expect(second).toEqual(first);
  expect(provider.delivered(id)).toBe(1);
  expect(await now()).toMatchObject({ state: "sent" });
});

test("a worker that dies between sending and settling leaves the row to the next, under the same key", async () => {
  const { id, request, now } = await queued();
  const [row] = await superuser`select * from public.claim_notifications(1, 60)`;
  expect(row).toMatchObject({ id, state: "sending" });
  const source = {
    template: row?.template,
    facts: row?.facts,
    createdAt: row?.created_at.toISOString(),
    key: id,
    recipientName: row?.recipient_name,
    recipientEmail: row?.recipient_email,
  };
  const message = await renderMessage(source, process.env.APP_URL ?? "");
  expect(await transport().send(message, AbortSignal.timeout(5_000))).toMatchObject({ outcome: "sent" });
  // … and here it dies. While its lease lasts, nobody touches the row.
  await deliver();
  expect(await now()).toMatchObject({ state: "sending" });

  await makeDue([id]);
  await deliver();
  expect(provider.attempts(id)).toHaveLength(2);
  expect(provider.delivered(id)).toBe(1);
  expect(await now()).toMatchObject({ state: "sent", attempts: 2 });
  expect(request.reference).toMatch(/^CR-\d{6}$/);
});

test("a late worker whose row was taken over cannot settle it", async () => {
  const { id, now } = await queued();
  const [first] = await superuser`select * from public.claim_notifications(1, 60)`;
  await makeDue([id]);
  const [second] = await superuser`select * from public.claim_notifications(1, 60)`;
  expect([first?.id, second?.id]).toEqual([id, id]);
  const settle = async (lease: string) => {
    const [answer] = await superuser`select public.settle_notification(${id}, ${lease}, 'sent') as result`;
    return answer?.result.outcome;
  };
  expect(await settle(first?.lease)).toBe("superseded");
  expect(await now()).toMatchObject({ state: "sending" });
  expect(await settle(second?.lease)).toBe("sent");
});

test("an unknown outcome older than the provider remembers waits for a person", async () => {
  const { id, now } = await queued();
  await superuser`select * from public.claim_notifications(1, 60)`;
  await superuser`update public.notifications set last_attempt_at = now() - interval '24 hours' where id = ${id}`;
  await makeDue([id]);
  await deliver();
  expect(provider.attempts(id)).toHaveLength(0);
  expect(await now()).toMatchObject({ state: "dead", lastError: expect.stringContaining("23 hours") });
});

test("facts nobody can read end as dead and hold nobody else up", async () => {
  const [broken, fine] = [await queued(), await queued()];
  await superuser`update public.notifications set facts = '{}' where id = ${broken.id}`;
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await deliver();
  expect(log).toHaveBeenCalledWith(expect.stringContaining(broken.id));
  log.mockRestore();
  expect(await broken.now()).toMatchObject({ state: "dead" });
  expect(await fine.now()).toMatchObject({ state: "sent" });
});

test("three workers at once send each of thirty mails once", async () => {
  const approvers = await Promise.all(Array.from({ length: 29 }, () => addMember(org.id, ["approver"])));
  const { request, now } = await queued();
  const ids = (await outboxOf(request.id)).map(({ id }) => id);
  expect(ids).toHaveLength(30);
  await makeDue(ids);
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(ids.map((id) => provider.attempts(id).length)).toEqual(ids.map(() => 1));
  expect((await outboxOf(request.id)).every(({ state }) => state === "sent")).toBe(true);
  expect(await now()).toBeDefined();
  await superuser`update public.members set active = false, deactivated_at = now() where id = any (${approvers.map(({ memberId }) => memberId)})`;
});

test("without a provider nothing is claimed: the mail waits", async () => {
  const { now } = await queued();
  expect(await deliverDue({ transport: null })).toMatchObject({ isConfigured: false, sent: 0 });
  expect(await now()).toMatchObject({ state: "queued", attempts: 0 });
});
