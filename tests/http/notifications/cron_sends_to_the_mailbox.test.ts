import { expect, test } from "vitest";
import { GET, POST } from "@/app/api/cron/route";
import { connections } from "../../support/connections.ts";
import { waitForMail } from "../../support/mailbox.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { outboxOf } from "../../support/outbox.ts";
import { decide, submitted } from "../../support/requests.ts";

const path = "http://127.0.0.1/api/cron";
const as = (authorization: string) => new Request(path, { headers: { authorization } });

test.each([
  ["no header", new Request(path)],
  ["another secret", as("Bearer wrong")],
  ["the bare secret", as(connections.cronSecret)],
  ["part of the secret", as(`Bearer ${connections.cronSecret.slice(0, -1)}`)],
  ["another scheme", as(`Basic ${connections.cronSecret}`)],
])("%s is refused", async (_, request) => {
  expect((await GET(request)).status).toBe(401);
});

test("the scheduler's call sends by SMTP: approver, then requester and fulfillment", async () => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { customer: "Harbor & Finch <Ltd>" });
  const request = await submitted(org.requester, order, [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" },
  ]);

  const answer = await POST(as(`Bearer ${connections.cronSecret}`));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ ok: true, notifications: { isConfigured: true } });
  const asked = await waitForMail(org.approver.email, /^To decide/);
  expect(asked.subject).toBe(`To decide: ${request.reference} for ${order.number} · Harbor & Finch <Ltd>`);
  expect(asked.text).toContain(`${connections.url}/${org.slug}/requests/${request.reference}`);
  expect(asked.html).toContain("Harbor &amp; Finch &lt;Ltd&gt;");

  await decide(org.approver, request, "approve");
  await GET(as(`Bearer ${connections.cronSecret}`));
  await waitForMail(org.requester.email, /^Changed/);
  await waitForMail(org.fulfillment.email, /^Changed/);
  const rows = await outboxOf(request.id);
  expect(rows.map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
  expect(rows.every(({ id, providerId }) => providerId?.includes(id))).toBe(true);
});
