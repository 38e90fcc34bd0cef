import { expect, test } from "vitest";
import { visit } from "../../support/app.ts";
import { connections } from "../../support/connections.ts";
import { forgetEarlierMail } from "../../support/earlier-mail.ts";
import { mailsTo, waitForMail } from "../../support/mailbox.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, requestOf, submit } from "../../support/requests.ts";

const script = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
/** The same as tags in a page; as text they come as &lt;script&gt; or as \\u003cscript in the page's data. */
const running = /<script>alert\(1\)|<img src=x onerror/i;

test("script in every text a person or a file can bring is shown, never run", async () => {
  // The scheduler delivers what is due, not what tests before this one queued for nobody.
  await forgetEarlierMail(connections.adminDatabaseUrl);
  const org = await createOrganization();
  await superuser`update public.organizations set name = ${`Org ${script}`} where id = ${org.id}`;
  await superuser`update public.members set name = ${`Carl ${script}`} where id = ${org.requester.memberId}`;
  const order = await createOrder(org.id, {
    number: `SO ${script}`,
    customer: `Customer ${script}`,
    customerPo: `PO ${script}`,
    lines: [{ sku: `SKU ${script}`, description: `Widget ${script}` }, {}],
  });
  await superuser`update public.orders set ship_to = ${`Dock ${script}`} where id = ${order.id}`;
  await superuser`
    insert into public.orders (org_id, order_number, customer, status_word, stage)
    values (${org.id}, 'SO-2', 'B', ${`Word ${script}`}, 'unknown')`;
  await superuser`update public.reasons set label = ${`Reason ${script}`} where org_id = ${org.id} and code = 'customer_request'`;

  const changes = [
    { kind: "substitute_line", line_id: order.lines[0].id, sku: `NEW ${script}`, description: `Other ${script}` },
    { kind: "add_line", sku: `ADD ${script}`, quantity: "1", description: `Extra ${script}` },
  ];
  const request = requestOf(await submit(org.requester, order, changes, { reason: `Because ${script}` }));
  const number = encodeURIComponent(order.number);
  const pages = [
    "",
    "/orders",
    `/orders?q=${encodeURIComponent(script)}`,
    `/orders/${number}`,
    `/orders/${number}/change`,
    "/requests",
    `/requests/${request.reference}`,
    "/queue",
    "/audit",
    "/settings/status-words",
    "/settings/reasons",
    "/settings/people",
  ];
  const everybody = { ...org.requester };
  await superuser`update public.members set roles = '{requester,approver,admin}' where id = ${org.requester.memberId}`;
  const seen = async () => {
    for (const page of pages) {
      const response = await visit(`/${org.slug}${page}`, { as: everybody });
      expect(response.status, page).toBe(200);
      const html = await response.text();
      expect(html, page).not.toMatch(running);
      expect(html, page).toContain("alert(1)");
    }
  };
  await seen();

  await decide(org.approver, request, "return", { note: `No ${script}` });
  await seen();
  await visit("/api/cron", { headers: { authorization: `Bearer ${connections.cronSecret}` } });
  await waitForMail(org.requester.email, /./);
  for (const mail of [...(await mailsTo(org.approver.email)), ...(await mailsTo(org.requester.email))]) {
    expect(mail.html).not.toMatch(running);
    expect(mail.html).toContain("alert(1)");
    expect(mail.subject).not.toMatch(/[\r\n]/);
  }
});
