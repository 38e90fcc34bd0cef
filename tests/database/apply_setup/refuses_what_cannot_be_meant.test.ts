import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { addMember, createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { applySetup, firstAnswers } from "../../support/setup.ts";

const org = await createOrganization();
const [main] = firstAnswers.sites;

test.each([
  [null, "invalid_answers"],
  [[], "invalid_answers"],
  [{ roles: [] }, "invalid_answers"],
  [{ exceptions: "x".repeat(4_001) }, "too_long"],
  [{ daily_orders: -1 }, "invalid_number"],
  [{ daily_orders: 1.5 }, "invalid_number"],
  [{ daily_orders: "many" }, "invalid_number"],
  [{ system: "netsuite" }, "unknown_system"],
  [{ system: { id: "../x", name: "X" } }, "unknown_system"],
  [{ system: { id: "other", name: " " } }, "required"],
  [{ status_words: {} }, "invalid_answers"],
  [{ status_words: [{ word: "Open", stage: "half" }] }, "unknown_stage"],
  [{ status_words: [{ word: "", stage: "open" }] }, "required"],
  [{ status_words: Array(501).fill({ word: "Open", stage: "open" }) }, "invalid_answers"],
  [
    { formats: { order_number: [], sku: [{ pattern: "(a+)+", example: "a" }], import_misfits: "warn" } },
    "unreadable_format",
  ],
  [{ sites: [{ ...main, ship_cutoff: "25:00" }] }, "invalid_cutoff"],
  [{ sites: [{ ...main, work_days: ["Monday"] }] }, "invalid_work_days"],
  [{ sites: [{ ...main, holidays: [{ day: "soon" }] }] }, "invalid_date"],
  [{ sites: [{ ...main, is_default: false }] }, "default_site"],
  [{ fulfillment_email: "dock" }, "invalid_email"],
  [{ approval_rules: [{ id: "setup-1" }] }, "invalid_name"],
  [{ status_words: [{ word: "Fine", stage: "open" }], sites: [{ ...main, name: "" }] }, "required"],
])("%j leaves everything as it was", async (answers, reason) => {
  const before = await footprint(org.id);
  expect(await applySetup(org, answers)).toMatchObject({ reason });
  expect(await footprint(org.id)).toEqual(before);
});

test("a draft grows answer by answer, outlives the visit, is its author's, and goes when it is applied", async () => {
  const [other] = [await addMember(org.id, ["admin"], "Bert Admin")];
  const save = (answers: unknown, base: number | null = null) =>
    ask(org.admin.userId, "save_setup_draft", { p_org: org.id, p_answers: answers, p_base_version: base });
  const read = async (by = org.admin) =>
    (await ask(by.userId, "read_setup", { p_org: org.id })) as Record<string, unknown>;
  expect(await save({ daily_orders: 10 })).toEqual({ outcome: "saved", base_version: 0 });
  await save({ exceptions: "None", daily_orders: 12 });
  expect(await read()).toMatchObject({
    version: 0,
    facts: { daily_orders: null, sites: [{ code: "main" }] },
    draft: { answers: { daily_orders: 12, exceptions: "None" }, base_version: 0 },
  });
  expect((await read(other)).draft).toBeNull();

  // Somebody else is faster: the draft still says what its author was looking at, until they have looked again.
  await applySetup(org, { daily_orders: 99 }, { by: other });
  expect(await save({ exceptions: "Some" })).toMatchObject({ base_version: 0 });
  expect(await applySetup(org, { daily_orders: 12 })).toMatchObject({
    outcome: "stale",
    version: 1,
    applied_by: "Bert Admin",
  });
  expect(await save({}, 1)).toMatchObject({ base_version: 1 });
  expect(await save({}, 2)).toMatchObject({ code: "PT422", reason: "invalid_version" });
  expect(await save({ unknown: 1 })).toMatchObject({ code: "PT422", reason: "invalid_answers" });
  expect(await save({ exceptions: "x".repeat(400_001) })).toMatchObject({ code: "PT422", reason: "invalid_answers" });

  expect(await applySetup(org, { daily_orders: 12 }, { expected: 1 })).toMatchObject({
    outcome: "applied",
    version: 2,
  });
  expect(await superuser`select from public.setup_drafts where org_id = ${org.id}`).toHaveLength(0);
  await save({ daily_orders: 1 });
  expect(await ask(org.admin.userId, "discard_setup_draft", { p_org: org.id })).toEqual({ outcome: "discarded" });
  expect((await read()).draft).toBeNull();
});
