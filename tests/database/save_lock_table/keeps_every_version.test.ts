import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import type { Rule } from "../../support/lock-table.ts";
import { addMember, createOrganization, type Organization } from "../../support/organization.ts";
import { asMember, superuser } from "../../support/postgres.ts";

const locked = (kind: string, stage: string): Rule => ({ kind, stage, is_locked: true });
const opened = (kind: string, stage: string): Rule => ({ kind, stage, is_locked: false });

const save = (org: Organization, version: unknown, rules: unknown, by = org.admin) =>
  ask(by.userId, "save_lock_table", { p_org: org.id, p_rules: rules, p_expected_version: version });
const restore = (org: Organization, version: unknown, expected: number) =>
  ask(org.admin.userId, "restore_lock_table", { p_org: org.id, p_version: version, p_expected_version: expected });

/** The cells that differ from their default, as the pages read them. */
async function unusual(org: Organization): Promise<string[]> {
  const rows = await asMember(org.requester.userId, (sql) =>
    sql.unsafe<{ cell: string }[]>(
      `select kind || ' ' || stage || ' ' || is_locked as cell from public.lock_table
       where org_id = $1 and is_locked <> is_locked_by_default order by kind, stage`,
      [org.id],
    ),
  );
  return rows.map(({ cell }) => cell);
}

test("several cells are one version and one entry of the trail; only what differs is written", async () => {
  const org = await createOrganization();
  const rules = [locked("add_line", "open"), opened("cancel_order", "picking"), opened("set_quantity", "open")];
  expect(await save(org, 0, rules)).toEqual({
    outcome: "saved",
    version: 1,
    changes: expect.arrayContaining([rules[0], rules[1]]),
  });
  expect(await unusual(org)).toEqual(["add_line open true", "cancel_order picking false"]);
  const [version] = await superuser`
    select version, changes, restored_version, saved_by from public.lock_table_versions where org_id = ${org.id}`;
  expect(version).toMatchObject({ version: 1, restored_version: null, saved_by: org.admin.memberId });
  expect(version?.changes).toHaveLength(2);
  const entries = await superuser`
    select actor_id, before, after from public.audit_entries where org_id = ${org.id} and action = 'lock_table.saved'`;
  expect([...entries]).toMatchObject([
    { actor_id: org.admin.memberId, before: { version: 0 }, after: { version: 1, changes: version?.changes } },
  ]);
});

test("saving the same again is no version, even by somebody who has not seen the first", async () => {
  const org = await createOrganization();
  await save(org, 0, [locked("add_line", "open")]);
  const before = await footprint(org.id);
  for (const version of [0, 1]) {
    expect(await save(org, version, [locked("add_line", "open")])).toEqual({ outcome: "unchanged", version: 1 });
  }
  expect(await footprint(org.id)).toEqual(before);
});

test("who saves on top of a version they have not seen writes nothing, and hears whose it is", async () => {
  const org = await createOrganization();
  const other = await addMember(org.id, ["admin"], "Dana Second");
  await save(org, 0, [locked("add_line", "open")], other);
  const before = await footprint(org.id);
  expect(await save(org, 0, [locked("set_quantity", "released")])).toMatchObject({
    outcome: "stale",
    version: 1,
    saved_by: "Dana Second",
  });
  expect(await footprint(org.id)).toEqual(before);
});

test("two admins at once make one version", async () => {
  const org = await createOrganization();
  const other = await addMember(org.id, ["admin"], "Dana Second");
  const answers = await Promise.all([
    save(org, 0, [locked("add_line", "open")]),
    save(org, 0, [locked("set_quantity", "open")], other),
  ]);
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["saved", "stale"]);
  expect(await unusual(org)).toHaveLength(1);
});

test("an earlier version comes back as a new one, and so do the defaults", async () => {
  const org = await createOrganization();
  await save(org, 0, [locked("add_line", "open"), locked("set_ship_to", "picked")]);
  await save(org, 1, [opened("add_line", "open"), opened("set_quantity", "picking")]);
  expect(await unusual(org)).toEqual(["set_quantity picking false", "set_ship_to picked true"]);

  expect(await restore(org, 1, 2)).toMatchObject({ outcome: "saved", version: 3 });
  expect(await unusual(org)).toEqual(["add_line open true", "set_ship_to picked true"]);
  expect(await restore(org, 0, 3)).toMatchObject({ outcome: "saved", version: 4 });
  expect(await unusual(org)).toEqual([]);
  const versions = await superuser`
    select version, restored_version from public.lock_table_versions where org_id = ${org.id} order by version`;
  expect([...versions].map(({ restored_version }) => restored_version)).toEqual([null, null, 1, 0]);
  const [entry] = await superuser`
    select after from public.audit_entries where org_id = ${org.id} and action = 'lock_table.saved' order by seq desc limit 1`;
  expect(entry?.after).toMatchObject({ version: 4, restored_version: 0 });

  expect(await restore(org, 2, 3)).toMatchObject({ outcome: "stale", version: 4 });
  for (const missing of [5, -1, null]) expect(await restore(org, missing, 4)).toMatchObject({ code: "PT404" });
});

test.each([
  ["no list", { kind: "add_line" }, "invalid_rules"],
  ["null", null, "invalid_rules"],
  ["a text", ["add_line"], "invalid_rules"],
  ["a word for yes", [{ kind: "add_line", stage: "open", is_locked: "true" }], "invalid_rules"],
  ["another key", [{ ...locked("add_line", "open"), org_id: "x" }], "invalid_rules"],
  ["the same cell twice", [locked("add_line", "open"), opened("add_line", "open")], "invalid_rules"],
  ["201 rules", Array.from({ length: 201 }, () => locked("add_line", "open")), "invalid_rules"],
  ["an unknown kind", [locked("teleport", "open")], "unknown_kind"],
  ["no kind", [{ stage: "open", is_locked: true }], "unknown_kind"],
  ["an unknown stage", [locked("add_line", "lost")], "stage_is_always_locked"],
  ["a stage that is never open", [opened("set_ship_to", "packed")], "stage_is_always_locked"],
  ["picked for a line", [opened("set_quantity", "picked")], "stage_is_always_locked"],
  ["picked for cancelling", [opened("cancel_order", "picked")], "stage_is_always_locked"],
] as [string, unknown, string][])("refuses %s", async (_, rules, reason) => {
  const org = await createOrganization();
  const before = await footprint(org.id);
  expect(await save(org, 0, rules)).toMatchObject({ code: "PT422", reason });
  expect(await footprint(org.id)).toEqual(before);
});

test.each([null, -1])("refuses the version %j", async (version) => {
  const org = await createOrganization();
  expect(await save(org, version, [locked("add_line", "open")])).toMatchObject({ code: "PT422", reason: "required" });
});
