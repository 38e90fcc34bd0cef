import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { footprint } from "../../support/footprint.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { applySetup, firstAnswers } from "../../support/setup.ts";

const actions = async (org: Organization, from = 0) => {
  const rows = await superuser<{ action: string }[]>`
    select action from public.audit_entries where org_id = ${org.id} order by seq offset ${from}`;
  return rows.map(({ action }) => action);
};

test("a whole interview is written to where each rule lives, as version 1, and told in the trail", async () => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { statusWord: "wave" });
  const before = (await actions(org)).length;
  expect(await applySetup(org, firstAnswers)).toEqual({ outcome: "applied", version: 1, orders: 1, replayed: false });

  const [moved] = await superuser`select stage, version from public.orders where id = ${order.id}`;
  expect(moved).toEqual({ stage: "picking", version: 2 });
  const [row] = await superuser`
    select g.fulfillment_email, g.import_misfits, g.time_zone,
      (select jsonb_object_agg(f.subject, f.pattern) from public.formats f where f.org_id = g.id) as formats,
      (select jsonb_object_agg(s.code, s.ship_cutoff) from public.sites s where s.org_id = g.id) as sites,
      (select jsonb_agg(h.day) from public.holidays h where h.org_id = g.id) as holidays,
      (select stage from public.status_words w where w.org_id = g.id and w.word_key = 'wave') as wave
    from public.organizations g where g.id = ${org.id}`;
  expect(row).toEqual({
    fulfillment_email: "dock@example.com",
    import_misfits: "refuse",
    time_zone: "America/New_York",
    formats: { order_number: "SO-#####", sku: "A+-*" },
    sites: { main: "15:30:00", west: "14:00:00" },
    holidays: ["2026-12-25"],
    wave: "picking",
  });
  // "Picked" meant the same before, so it is not told.
  expect((await actions(org, before)).sort()).toEqual(
    [
      "formats.saved",
      "holidays.saved",
      "organization.changed",
      "setup.applied",
      "site.saved",
      "site.saved",
      "status.mapped",
      "status.mapped",
    ].sort(),
  );
  const [setup] = await superuser<{ answers: unknown; facts: Record<string, unknown>; applied_by: string }[]>`
    select answers, facts, applied_by from public.setups where org_id = ${org.id} and version = 1`;
  expect(setup).toMatchObject({
    answers: firstAnswers,
    applied_by: org.admin.memberId,
    facts: {
      system: { id: "netsuite", name: "NetSuite" },
      daily_orders: 120,
      exceptions: "Brightwater may always add a line.",
      formats: firstAnswers.formats,
      fulfillment_email: "dock@example.com",
    },
  });
  expect(setup?.facts.sites).toMatchObject([
    { code: "main", holidays: [{ day: "2026-12-25" }] },
    { code: "west", holidays: [] },
  ]);
});

test("what is not answered stays as it is, and an answer that changes nothing makes no version", async () => {
  const org = await createOrganization();
  await applySetup(org, firstAnswers);
  expect(await applySetup(org, { daily_orders: 300 }, { expected: 1 })).toMatchObject({
    outcome: "applied",
    version: 2,
  });
  const before = await footprint(org.id);
  const { idempotency_keys: _, ...kept } = before;
  expect(
    await applySetup(org, { daily_orders: 300, exceptions: firstAnswers.exceptions }, { expected: 2 }),
  ).toMatchObject({
    outcome: "unchanged",
    version: 2,
  });
  const { idempotency_keys: __, ...after } = await footprint(org.id);
  expect(after).toEqual(kept);
  const [setup] = await superuser<{ facts: Record<string, unknown> }[]>`
    select facts from public.setups where org_id = ${org.id} and version = 2`;
  expect(setup?.facts).toMatchObject({ daily_orders: 300, system: { id: "netsuite" }, formats: firstAnswers.formats });
});

test("the same key answers the same, and ten at once are one version", async () => {
  const org = await createOrganization();
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 10 }, () => applySetup(org, firstAnswers, { key })));
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(answers.every(({ outcome, version }) => outcome === "applied" && version === 1)).toBe(true);
  expect(await superuser`select from public.setups where org_id = ${org.id}`).toHaveLength(1);
  expect(await applySetup(org, {}, { key })).toMatchObject({ code: "PT422", reason: "idempotency_key_reused" });
});

test("of two admins who looked at the same version one is told that it moved, and by whom", async () => {
  const org = await createOrganization();
  const other = await addMember(org.id, ["admin"], "Bert Admin");
  for (let version = 0; version < 5; version++) {
    const answers = await Promise.all([
      applySetup(org, { daily_orders: version * 2 }, { expected: version }),
      applySetup(org, { daily_orders: version * 2 + 1 }, { expected: version, by: other }),
    ]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["applied", "stale"]);
    const stale = answers.find(({ outcome }) => outcome === "stale");
    const winner = answers[0]?.outcome === "applied" ? org.admin : other;
    expect(stale).toMatchObject({ version: version + 1, applied_by: winner.name });
  }
});

test("rules of approval take the place of the interview's earlier ones and leave the others", async () => {
  const org = await createOrganization();
  const second = await addMember(org.id, ["approver"], "Axel Approver");
  const rule = (id: string, percent: string, member: string) => ({
    id,
    name: `From ${percent} %`,
    conditions: { percent },
    steps: [{ approvers: { members: [member] }, required: 1 }],
  });
  const ids = async () => {
    const [row] = await superuser<{ version: number; ids: string[] }[]>`
      select version, array(select r ->> 'id' from jsonb_array_elements(rules) r) as ids
      from public.approval_policies where org_id = ${org.id} order by version desc limit 1`;
    return row;
  };
  await applySetup(org, {
    approval_rules: [rule("setup-1", "20", second.memberId), rule("setup-2", "10", second.memberId)],
  });
  expect(await ids()).toEqual({ version: 2, ids: ["setup-1", "setup-2", "default"] });
  await superuser`
    insert into public.approval_policies (org_id, version, rules, created_by)
    select org_id, 3, ${superuser.json([rule("own", "50", second.memberId)])} || rules, created_by
    from public.approval_policies where org_id = ${org.id} and version = 2`;
  await applySetup(org, { approval_rules: [rule("setup-1", "30", second.memberId)] }, { expected: 1 });
  expect(await ids()).toEqual({ version: 4, ids: ["own", "setup-1", "default"] });

  // Nobody who could decide: nothing of it is written, and the attempt is told.
  const before = await footprint(org.id);
  const refused = await applySetup(
    org,
    { daily_orders: 7, approval_rules: [rule("setup-1", "30", org.requester.memberId)] },
    { expected: 2 },
  );
  expect(refused).toMatchObject({ outcome: "refused", problems: [{ code: "too_few_approvers", rule_id: "setup-1" }] });
  const after = await footprint(org.id);
  expect(Object.keys(before).filter((table) => before[table] !== after[table])).toEqual([
    "audit_entries",
    "audit_heads",
    "idempotency_keys",
  ]);
  expect((await actions(org)).at(-1)).toBe("setup.refused");
});
