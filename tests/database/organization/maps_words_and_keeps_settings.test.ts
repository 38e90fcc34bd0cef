import { expect, test } from "vitest";
import { type Answer, ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { addMember, createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

type Stand = { stage: string; version: number };

async function stand(order: Order): Promise<Stand | undefined> {
  const [row] = await superuser<Stand[]>`select stage, version from public.orders where id = ${order.id}`;
  return row;
}

function map(
  org: { id: string; admin: { userId: string } },
  word: string | null,
  stage: string | null,
): Promise<Answer> {
  return ask(org.admin.userId, "map_status", { p_org: org.id, p_word: word, p_stage: stage });
}

test("mapping a word moves the orders that carry it, in any spelling, and no other; versions go up only where something moved", async () => {
  const [org, strangers] = [await createOrganization(), await createOrganization()];
  const [spelled, exact, other] = [
    await createOrder(org.id, { statusWord: " In  ARBEIT" }),
    await createOrder(org.id, { statusWord: "in arbeit" }),
    await createOrder(org.id, { statusWord: "Open" }),
  ];
  const foreign = await createOrder(strangers.id, { statusWord: "in arbeit" });
  expect(await map(org, "\uff29n Arbeit", "released")).toMatchObject({ outcome: "mapped", orders: 2 });
  expect(await map(org, "In Arbeit", "released"), "again").toMatchObject({ outcome: "mapped", orders: 0 });
  expect(await stand(spelled)).toEqual({ stage: "released", version: 2 });
  expect(await stand(exact)).toEqual({ stage: "released", version: 2 });
  expect(await stand(other)).toEqual({ stage: "open", version: 1 });
  expect(await stand(foreign)).toEqual({ stage: "unknown", version: 1 });
});

test("a word of lines moves what the lines say together, and never reopens what a finished line has locked", async () => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { lines: [{ statusWord: "Wave A" }, { statusWord: "Wave B" }] });
  await superuser`update public.orders set status_word = null, stage = 'unknown' where id = ${order.id}`;
  const steps = [
    ["Wave A", "open", "unknown"],
    ["Wave B", "released", "open"],
    ["Wave B", "picked", "picking"],
    ["Wave A", "shipped", "partially_shipped"],
    ["Wave B", "shipped", "shipped"],
    ["Wave A", "closed", "shipped"],
    ["Wave B", "cancelled", "closed"],
  ] as const;
  for (const [word, stage, together] of steps) {
    await map(org, word, stage);
    expect((await stand(order))?.stage, `${word} is ${stage}`).toBe(together);
  }
});

test("an order one of whose lines changed its stage has a new version, also where the order's own stage stays", async () => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { statusWord: "Open", lines: [{ statusWord: "Wave A" }, {}] });
  expect(await map(org, "Wave A", "picked")).toMatchObject({ outcome: "mapped", orders: 1 });
  expect(await stand(order)).toEqual({ stage: "open", version: 2 });
});

test.each([
  ["", "open", "required"],
  [null, "open", "required"],
  ["x".repeat(121), "open", "too_long"],
  ["\ufdfa".repeat(120), "open", "too_long"],
  ["\u200b", "open", "required"],
  ["Open", "Open", "unknown_stage"],
  ["Open", "", "unknown_stage"],
  ["Open", null, "unknown_stage"],
])("refuses to map %j to %j", async (word, stage, reason) => {
  const org = await createOrganization();
  const before = await footprint(org.id);
  expect(await map(org, word, stage)).toMatchObject({ code: "PT422", reason });
  expect(await footprint(org.id)).toEqual(before);
});

test("the last active reason stays, not even two admins retire the last two at once", async () => {
  const org = await createOrganization();
  const other = await addMember(org.id, ["admin"], "Bert Admin");
  const save = (by: { userId: string }, code: string, active: boolean) =>
    ask(by.userId, "save_reason", {
      p_org: org.id,
      p_code: code,
      p_label: "A reason",
      p_position: 1,
      p_active: active,
    });
  for (const code of ["order_entry_error", "stock_shortage", "price_or_terms", "delivery_date"])
    await save(org.admin, code, false);
  for (let round = 0; round < 20; round++) {
    const answers = await Promise.all([save(org.admin, "customer_request", false), save(other, "other", false)]);
    expect(answers.map(({ outcome, reason }) => outcome ?? reason).sort()).toEqual(["last_reason", "saved"]);
    await save(org.admin, "customer_request", true);
    await save(org.admin, "other", true);
  }
});

test.each([
  "warehouse",
  "a@b",
  "two words@example.test",
  "<x@example.test>",
  "a@example.test,b@example.test",
  "x".repeat(400),
  "a\u0007@example.test",
])("refuses %j as the fulfillment address", async (email) => {
  const org = await createOrganization();
  const before = await footprint(org.id);
  expect(await ask(org.admin.userId, "set_fulfillment_email", { p_org: org.id, p_email: email })).toMatchObject({
    code: "PT422",
  });
  expect(await footprint(org.id)).toEqual(before);
});
