import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Answer, ask } from "../../support/ask.ts";
import { auditCount, importFile, lineOf, readOrder } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { patiently } from "../../support/patiently.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, submitted } from "../../support/requests.ts";

const rows = ["1", "2"].map((line) => ({ order: "SO-1", line, sku: `SKU-${line}`, qty: "10", status: "Open" }));

async function approve(org: Organization, changes: Change[]): Promise<string> {
  const request = await submitted(org.requester, await readOrder(org, "SO-1"), changes);
  expect((await decide(org.approver, request, "approve")).outcome).toBe("applied");
  return request.id;
}

const quantity = async (org: Organization, position: number, value: string) =>
  approve(org, [{ kind: "set_quantity", line_id: lineOf(await readOrder(org, "SO-1"), position).id, quantity: value }]);

function exported(
  org: Organization,
  scope: string,
  request: string | null,
  key: string = randomUUID(),
): Promise<Answer> {
  const args = { p_org: org.id, p_scope: scope, p_request_id: request, p_idempotency_key: key };
  return patiently(() => ask(org.admin.userId, "begin_export", args));
}

const told = (org: Organization) => superuser<{ number: number | null }[]>`
  select e.number from public.order_writes w left join public.exports e on e.id = w.export_id
  where w.org_id = ${org.id} order by w.version_after`;

test("one request goes out alone, the next updates export has the others, and nothing goes twice", async () => {
  const org = await createOrganization();
  await importFile(org, rows);
  const first = await quantity(org, 1, "11");
  const second = await quantity(org, 2, "12");

  expect(await exported(org, "request", second)).toMatchObject({
    outcome: "created",
    scope: "request",
    rows: 1,
    requests: [{ request_id: second }],
  });
  expect(await told(org)).toEqual([{ number: null }, { number: 1 }]);
  expect(await exported(org, "request", second)).toMatchObject({ outcome: "already_exported", number: 1 });
  expect(await exported(org, "updates", null)).toMatchObject({
    outcome: "created",
    number: 2,
    rows: 1,
    requests: [{ request_id: first }],
  });
  expect(await exported(org, "request", first)).toMatchObject({ outcome: "already_exported", number: 2 });
  expect(await auditCount(org, "export.created")).toBe(2);
});

test("a request nobody approved, and one of another organization, export nothing", async () => {
  const [org, other] = [await createOrganization(), await createOrganization()];
  await importFile(org, rows);
  const order = await readOrder(org, "SO-1");
  const pending = await submitted(org.requester, order, [{ kind: "remove_line", line_id: lineOf(order).id }]);
  expect(await exported(org, "request", pending.id)).toMatchObject({ outcome: "not_applied", status: "pending" });
  const strange = await exported(other, "request", pending.id);
  expect(strange).toMatchObject({ code: "PT404", reason: "not_found" });
  expect(strange).toEqual(await exported(other, "request", randomUUID()));
  expect(await exported(org, "request", null)).toMatchObject({ code: "PT422", reason: "request_needs_scope" });
  expect(await exported(org, "open", pending.id)).toMatchObject({ code: "PT422", reason: "request_needs_scope" });
  expect(await superuser`select from public.exports where org_id in (${org.id}, ${other.id})`).toHaveLength(0);
});

test("fifty clicks on everything at once tell every request exactly once", async () => {
  const org = await createOrganization();
  const numbers = Array.from({ length: 12 }, (_, index) => `SO-${index + 100}`);
  await importFile(
    org,
    numbers.map((order) => ({ order, line: "1", sku: "BOLT", qty: "10", status: "Open" })),
  );
  const ids: string[] = [];
  for (const number of numbers) {
    const order = await readOrder(org, number);
    const line = lineOf(order).id;
    const request = await submitted(org.requester, order, [{ kind: "set_quantity", line_id: line, quantity: "11" }]);
    await decide(org.approver, request, "approve");
    ids.push(request.id);
  }
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      index % 5 === 0 ? exported(org, "updates", null) : exported(org, "request", ids[index % 12] ?? ""),
    ),
  );
  const references = answers.flatMap(({ requests }) => (requests as { request_id: string }[] | undefined) ?? []);
  expect(references.map(({ request_id }) => request_id).sort()).toEqual([...ids].sort());
  expect(answers.filter(({ outcome }) => outcome === undefined)).toEqual([]);
  expect((await told(org)).filter(({ number }) => number === null)).toEqual([]);
});
