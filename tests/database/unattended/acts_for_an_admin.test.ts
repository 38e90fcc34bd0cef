import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createKey, type TestKey } from "../../support/api-keys.ts";
import { type Answer, ask, askAs } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { formatOf, importFile, readOrder, readOrders, stagedRows } from "../../support/imports.ts";
import { createOrganization, deactivate, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const rows = [
  { order: "SO-1", line: "1", sku: "BOLT", qty: "10", status: "Open" },
  { order: "SO-2", line: "1", sku: "NUT", qty: "5", status: "Open" },
];

const by = ({ credential }: Pick<TestKey, "credential">, command: string, args: Record<string, unknown>) =>
  askAs("service_role", command, { p_credential: credential, ...args });

const begin = (key: TestKey, idempotencyKey: string = randomUUID(), text = "a file") =>
  by(key, "begin_import_unattended", {
    p_file_name: "nightly.csv",
    p_file_bytes: text.length,
    p_file_hash: createHash("sha256").update(text).digest("hex"),
    p_format: formatOf(),
    p_row_count: rows.length,
    p_idempotency_key: idempotencyKey,
  });

/** An import by a key, up to its preview. */
async function previewed(key: TestKey): Promise<string> {
  const id = String((await begin(key)).import_id);
  await by(key, "stage_import_rows_unattended", { p_import_id: id, p_rows: stagedRows(rows) });
  expect(await by(key, "preview_import_unattended", { p_import_id: id })).toMatchObject({ outcome: "previewed" });
  return id;
}

const commit = (key: TestKey, id: string): Promise<Answer> =>
  by(key, "commit_import_unattended", { p_import_id: id, p_idempotency_key: randomUUID() });

describe("a key", () => {
  let org: Organization;
  beforeAll(async () => {
    org = await createOrganization();
  });

  test("imports through the commands people use, and the trail names it and its admin", async () => {
    const key = await createKey(org, { name: "nightly" });
    const id = await previewed(key);
    expect(await commit(key, id)).toMatchObject({ outcome: "committed" });
    expect(Object.keys(await readOrders(org))).toEqual(["SO-1", "SO-2"]);
    const entries = await superuser<{ action: string; actor: string; id: string }[]>`
      select action, actor_name as actor, actor_id as id from public.audit_entries
      where org_id = ${org.id} and action in ('import.committed', 'order.imported', 'api_key.created') order by seq`;
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ["api_key.created", "Ada Admin"],
      ["import.committed", "API key “nightly” by Ada Admin"],
      ["order.imported", "API key “nightly” by Ada Admin"],
      ["order.imported", "API key “nightly” by Ada Admin"],
    ]);
    expect(new Set(entries.map((entry) => entry.id))).toEqual(new Set([org.admin.memberId]));
    expect(await ask(org.admin.userId, "verify_audit_chain", { p_org: org.id })).toMatchObject({ ok: true });
    expect(await superuser`select api_key_id from public.imports where id = ${id}`).toEqual([{ api_key_id: key.id }]);
  });

  test("exports under its own idempotency keys, and is named in the history", async () => {
    const [one, other] = [await createKey(org), await createKey(org)];
    const args = { p_scope: "open", p_reference: null, p_idempotency_key: "2026-11-26" };
    const first = await by(one, "begin_export_unattended", args);
    expect(first).toMatchObject({ outcome: "created" });
    expect(await by(one, "begin_export_unattended", args)).toEqual({ ...first, replayed: true });
    expect((await by(other, "begin_export_unattended", args)).number).not.toBe(first.number);
    const [row] =
      await superuser`select api_key_id from public.exports where org_id = ${org.id} and number = ${Number(first.number)}`;
    expect(row).toEqual({ api_key_id: one.id });
  });

  test("the same file under the same key is the same import, another file is refused", async () => {
    const key = await createKey(org);
    const first = await begin(key, "night-1");
    expect(await begin(key, "night-1")).toMatchObject({ import_id: first.import_id, replayed: true });
    expect(await begin(key, "night-1", "another")).toMatchObject({ code: "PT422", reason: "idempotency_key_reused" });
    const both = await Promise.all([begin(key, "night-2"), begin(key, "night-2"), begin(key, "night-2")]);
    expect(new Set(both.map(({ import_id }) => import_id)).size).toBe(1);
  });

  test("sees imports it began and no others, not even those of its own admin", async () => {
    const [one, other] = [await createKey(org), await createKey(org)];
    const strange = await createKey(await createOrganization());
    const id = await previewed(one);
    const before = await footprint(org.id);
    for (const key of [other, strange]) {
      for (const command of ["preview_import_unattended", "get_import_unattended", "discard_import_unattended"]) {
        const answer = await by(key, command, { p_import_id: id });
        expect(answer).toMatchObject({ code: "PT404", reason: "not_found" });
        expect(answer).toEqual(await by(key, command, { p_import_id: randomUUID() }));
      }
      expect(await commit(key, id)).toMatchObject({ code: "PT404" });
    }
    expect(await footprint(org.id)).toEqual(before);
  });

  test("does what its scopes say and nothing else", async () => {
    const reader = await createKey(org, { scopes: ["exports:read"] });
    const writer = await createKey(org, { scopes: ["imports:write"] });
    expect(await begin(reader)).toMatchObject({ code: "PT403", reason: "scope_required" });
    const args = { p_scope: "open", p_reference: null, p_idempotency_key: randomUUID() };
    expect(await by(writer, "begin_export_unattended", args)).toMatchObject({
      code: "PT403",
      reason: "scope_required",
    });
    const read = { p_export_id: randomUUID(), p_source_id: null, p_after: 0, p_limit: 1 };
    expect(await by(writer, "read_export_lines_unattended", read)).toMatchObject({ code: "PT403" });
  });
});

describe("ends with its next call", () => {
  const ways: [string, string, (org: Organization, key: TestKey) => Promise<unknown>][] = [
    [
      "when it is revoked",
      "api_key_revoked",
      (org, key) => ask(org.admin.userId, "revoke_api_key", { p_org: org.id, p_key_id: key.id }),
    ],
    [
      "when it expires",
      "api_key_expired",
      (_, key) =>
        superuser`update public.api_keys set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = ${key.id}`,
    ],
    ["when its admin is deactivated", "admin_gone", (org) => deactivate(org.admin)],
    [
      "when its admin is no admin any more",
      "admin_gone",
      (org) => superuser`update public.members set roles = '{requester}' where id = ${org.admin.memberId}`,
    ],
  ];

  test.each(ways)("%s", async (_, reason, end) => {
    const org = await createOrganization();
    const key = await createKey(org);
    const id = await previewed(key);
    await end(org, key);
    const before = await footprint(org.id);
    const refused = { code: "PT401", reason };
    expect(await commit(key, id)).toMatchObject(refused);
    expect(await begin(key)).toMatchObject(refused);
    expect(await by(key, "get_import_unattended", { p_import_id: id })).toMatchObject(refused);
    const args = { p_scope: null, p_before: null, p_limit: 1 };
    expect(await by(key, "list_exports_unattended", args)).toMatchObject(refused);
    expect(await footprint(org.id)).toEqual(before);
  });

  test("a key revoked while its import is being written takes the import back", async () => {
    const org = await createOrganization();
    await importFile(org, rows);
    const key = await createKey(org);
    const id = String((await begin(key)).import_id);
    const changed = rows.map((row) => ({ ...row, qty: "99" }));
    await by(key, "stage_import_rows_unattended", { p_import_id: id, p_rows: stagedRows(changed) });
    await by(key, "preview_import_unattended", { p_import_id: id });
    const order = await readOrder(org, "SO-1");
    let committing: Promise<Answer> | undefined;
    await superuser.begin(async (sql) => {
      // The commit gets as far as this order, and waits.
      await sql`select from public.orders where id = ${order.id} for update`;
      committing = commit(key, id);
      await expect
        .poll(async () => {
          const [row] = await superuser<{ waiting: number }[]>`
            select count(*)::integer as waiting from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where not l.granted and a.query like '%commit_import_unattended%'`;
          return row?.waiting;
        })
        .toBeGreaterThan(0);
      await ask(org.admin.userId, "revoke_api_key", { p_org: org.id, p_key_id: key.id });
    });
    expect(await committing).toMatchObject({ code: "PT401", reason: "api_key_revoked" });
    expect((await readOrder(org, "SO-1")).version).toBe(order.version);
    expect(await superuser`select status from public.imports where id = ${id}`).toEqual([{ status: "previewed" }]);
  });
});

describe("a call is counted", () => {
  const use = (credential: string, address: string, scope = "imports:write") =>
    askAs("service_role", "use_api_key", { p_credential: credential, p_scope: scope, p_address: address });

  test("per key, and the time of its use is kept", async () => {
    const org = await createOrganization();
    const key = await createKey(org);
    expect(await use(key.credential, "192.0.2.1")).toMatchObject({ outcome: "allowed", slug: org.slug });
    const [row] = await superuser<
      { used: boolean }[]
    >`select last_used_at is not null as used from public.api_keys where id = ${key.id}`;
    expect(row?.used).toBe(true);
    await superuser`update private.rate_counters set count = 120 where bucket = private.rate_bucket(array['api', ${key.id}])`;
    expect(await use(key.credential, "192.0.2.2")).toMatchObject({ outcome: "limited" });
  });

  test("wrong keys per address, without a word about which key was nearly right", async () => {
    const address = `2001:db8::${randomUUID().slice(0, 4)}`;
    const answers = [];
    for (let n = 0; n < 31; n++)
      answers.push(await use(createHash("sha256").update(randomUUID()).digest("hex"), address));
    expect(
      answers.slice(0, 30).every(({ outcome, reason }) => outcome === "refused" && reason === "invalid_credential"),
    ).toBe(true);
    expect(answers[30]).toMatchObject({ outcome: "limited" });
    expect(await use("not a hash", `${address}1`)).toMatchObject({ outcome: "refused", reason: "invalid_credential" });
  });
});

test("two keys of one name would be one in the trail, so the second is refused", async () => {
  const org = await createOrganization();
  await createKey(org, { name: "Nightly" });
  await expect(createKey(org, { name: " nightly " })).rejects.toThrow("name_taken");
  const args = {
    p_org: org.id,
    p_name: "x",
    p_prefix: "ocr_abcd1234",
    p_key_hash: "0".repeat(64),
    p_idempotency_key: randomUUID(),
  };
  const create = (more: Record<string, unknown>) =>
    ask(org.admin.userId, "create_api_key", { ...args, p_expires_at: null, ...more });
  expect(await create({ p_scopes: ["everything"] })).toMatchObject({ code: "PT422", reason: "unknown_scope" });
  expect(await create({ p_scopes: [] })).toMatchObject({ code: "PT422", reason: "unknown_scope" });
  expect(await create({ p_scopes: ["exports:read"], p_expires_at: "2020-01-01" })).toMatchObject({
    code: "PT422",
    reason: "invalid_expiry",
  });
});
