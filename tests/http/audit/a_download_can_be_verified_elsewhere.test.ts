import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { readAuditSearch } from "@/lib/audit/audit-search";
import { auditFile } from "@/lib/audit/download";
import { resolveSearch } from "@/lib/audit/queries";
import { apiAs } from "../../support/api.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

let org: Organization;
let order: Order;

beforeAll(async () => {
  org = await createOrganization();
  order = await createOrder(org.id, { number: "=SUM(A1)" });
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12.5" };
  const request = await submitted(org.requester, order, [
    change,
    { kind: "add_line", sku: "Ünïcode-✓", quantity: "1" },
  ]);
  await decide(org.approver, request, "approve", { note: "=cmd|' /C calc'!A0" });
  await superuser`select private.append_audit(${org.id}, null, 'request.expired', ${order.id})`;
});

async function download(format: "csv" | "json", params: Record<string, string> = {}): Promise<string> {
  const db = await apiAs(org.admin);
  const zone = { id: org.id, name: org.name, timeZone: "America/New_York" };
  const filter = await resolveSearch(db, zone, readAuditSearch(params));
  return new Response(await auditFile(db, { org: zone, filter, format })).text();
}

type Downloaded = {
  head: { seq: number; hash: string };
  hashing: { parts: string[] };
  entries: Record<string, string | null>[];
};

/** Written from the rule in the file alone, without any of our code. */
function hashOf(entry: Record<string, string | null>, names: string[]): string {
  const encoded = (text: string | null | undefined) => (text == null ? "-" : `${Buffer.byteLength(text)}:${text}`);
  const parts = ["audit.v1", ...names.slice(1).map((name) => entry[name])];
  return createHash("sha256").update(parts.map(encoded).join("|")).digest("hex");
}

test("every hash and link of the JSON can be computed again from the rule it carries", async () => {
  const { head, hashing, entries } = JSON.parse(await download("json")) as Downloaded;
  expect(entries.map(({ seq }) => Number(seq))).toEqual(entries.map((_, index) => index + 1));
  expect(entries.length).toBeGreaterThanOrEqual(5);
  let before = createHash("sha256").digest("hex");
  for (const entry of entries) {
    expect(entry.prev_hash).toBe(before);
    expect(hashOf(entry, hashing.parts)).toBe(entry.hash);
    before = entry.hash ?? "";
  }
  expect(head).toEqual({ seq: entries.length, hash: before });
});

test("an altered byte shows", async () => {
  const { hashing, entries } = JSON.parse(await download("json")) as Downloaded;
  const entry = entries.find(({ action }) => action === "order.changed");
  const altered = { ...entry, after: entry?.after?.replace("12.5", "12.6") ?? null };
  expect(hashOf(altered, hashing.parts)).not.toBe(entry?.hash);
});

test("no cell of the CSV can run in a spreadsheet", async () => {
  const csv = await download("csv");
  expect(csv.startsWith("org_id,seq,at,actor_id,")).toBe(true);
  expect(csv).toContain(`"'=SUM(A1)"`);
  expect(csv).not.toMatch(/(^|,)"?=/m);
});

test.each([
  [{ order: "=SUM(A1)" }, 4],
  [{ request: "cr-1" }, 3],
  [{ action: "request.applied" }, 1],
  [{ order: "=SUM(A1)", action: "request.submitted" }, 1],
  [{ order: "someone else's" }, 0],
  [{ request: "CR-000099" }, 0],
  [{ from: "2099-01-01" }, 0],
  [{ to: "2020-01-01" }, 0],
])("%j → %i entries", async (params, count) => {
  const { entries } = JSON.parse(await download("json", params as unknown as Record<string, string>)) as Downloaded;
  expect(entries).toHaveLength(count);
});

test("a person's entries are theirs alone", async () => {
  const { entries } = JSON.parse(await download("json", { person: org.approver.memberId })) as Downloaded;
  expect(entries.map(({ action }) => action)).toEqual(["request.applied", "order.changed"]);
});

test("more entries than one answer of the API holds arrive complete and in order", async () => {
  await superuser`
    select count(private.append_audit(${org.id}, ${org.admin.memberId}, 'reason.saved', null, null, null, jsonb_build_object('n', n)))
    from generate_series(1, 2100) n`;
  const { entries, head } = JSON.parse(await download("json")) as Downloaded;
  expect(entries.map(({ seq }) => Number(seq))).toEqual(entries.map((_, index) => index + 1));
  expect(entries.at(-1)?.hash).toBe(head.hash);
});
