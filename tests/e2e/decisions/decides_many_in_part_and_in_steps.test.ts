import { by, delegate, rule, withRules } from "../../support/approvals.ts";
import { expect, test } from "../../support/browser.ts";
import { readOrder } from "../../support/imports.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";

/** As many requests as numbers, each for 12 of the first line of an order of its own; what ships first comes first. */
async function askForEach(org: Organization, numbers: string[]) {
  const asked = [];
  for (const [index, number] of numbers.entries()) {
    const order = await createOrder(org.id, { number, shipDate: `2099-06-${10 + index}` });
    const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
    asked.push({ order, request: await submitted(org.requester, order, [change]) });
  }
  return asked;
}

const quantities = async (org: Organization, number: string) =>
  (await readOrder(org, number)).lines.map(({ quantity }) => quantity);

test("one line is approved, the other is not: one decision, one write of what was approved", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { number: "SO-PART" });
  const request = await submitted(
    org.requester,
    order,
    order.lines.map(({ id }) => ({ kind: "set_quantity", line_id: id, quantity: "12" })),
  );
  const page = await pageAs(org.approver);
  await page.goto(`/${org.slug}/queue`);
  const card = page.getByRole("article");
  await card.getByText("Reject, send back or approve in part").click();
  await card.getByRole("checkbox", { name: /GADGET-2/ }).check();
  await card.getByRole("button", { name: "Approve the rest" }).click();
  await expect(card.getByText("Say why, so that the requester knows what to do next.")).toBeVisible();
  await expect(card.getByRole("checkbox", { name: /GADGET-2/ })).toBeVisible();
  await card.getByLabel("Note to Carl Requester").fill("No more gadgets before July.");
  await card.getByRole("checkbox", { name: /GADGET-2/ }).check();
  await card.getByRole("button", { name: "Approve the rest" }).click();
  await expect(card).toContainText("Without 1 of the changes.");
  expect(await quantities(org, "SO-PART")).toEqual(["12", "5"]);
  const outcomes =
    await superuser`select outcome from public.changes where request_id = ${request.id} order by position`;
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["applied", "rejected"]);
});

test("many at once: one that moved neither stops nor hides the others", async ({ pageAs }) => {
  const org = await createOrganization();
  const asked = await askForEach(org, ["SO-1", "SO-2", "SO-3"]);
  const page = await pageAs(org.approver);
  await page.goto(`/${org.slug}/queue`);
  await expect(page.getByRole("article")).toHaveCount(3);
  await superuser`update public.orders set version = version + 1 where id = ${asked[1]?.order.id ?? ""}`;
  await page.getByLabel("Select all 3 on this page").check();
  await page.getByRole("button", { name: "Approve 3 requests" }).click();
  await expect(page.getByText("2 of 3 are done, 1 need another look")).toBeVisible();
  await expect(page.getByText(/CR-000002\s*Not decided: the order or the request moved/)).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(1);
  for (const [number, first] of [
    ["SO-1", "12"],
    ["SO-2", "10"],
    ["SO-3", "12"],
  ] as const)
    expect((await quantities(org, number))[0]).toBe(first);
});

test("three requests are decided with the keyboard alone", async ({ pageAs }) => {
  const org = await createOrganization();
  const asked = await askForEach(org, ["SO-1", "SO-2", "SO-3"]);
  const page = await pageAs(org.approver);
  await page.goto(`/${org.slug}/queue`);
  await expect(page.getByRole("article")).toHaveCount(3);
  const help = page.getByRole("dialog", { name: "Keyboard" });
  // Again, should the page not listen yet.
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toContainText("approve the request in focus", { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();

  await page.keyboard.press("j");
  await expect(page.getByRole("article").nth(0)).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByRole("article").nth(0)).toContainText("Approved: SO-1 is version 2 now");
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await expect(page.getByRole("article").nth(1)).toContainText("Approved: SO-2 is version 2 now");
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  // The keys are letters again while somebody types.
  await page.keyboard.type("Ask again: a jar or a rack?");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article").nth(2)).toContainText("Sent back to Carl Requester");
  const rows = await superuser`
    select status, decision_note from public.change_requests where id in ${superuser(asked.map(({ request }) => request.id))} order by number`;
  expect([...rows]).toEqual([
    { status: "applied", decision_note: null },
    { status: "applied", decision_note: null },
    { status: "returned", decision_note: "Ask again: a jar or a rack?" },
  ]);
});

test("two steps: the first approver, then whoever stands in for the second; each sees only their own part", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  const boss = await addMember(org.id, ["approver"], "Bo Boss");
  const deputy = await addMember(org.id, ["approver"], "Dee Deputy");
  await withRules(org, rule([by([org.approver]), by([boss])]));
  await delegate(org, boss, deputy);
  const [asked] = await askForEach(org, ["SO-STEPS"]);
  const reference = asked?.request.reference ?? "";

  const second = await pageAs(deputy);
  await second.goto(`/${org.slug}/queue`);
  await expect(second.getByText("Nothing waits for a decision")).toBeVisible();
  await second.getByRole("link", { name: "Everything that waits" }).click();
  await expect(second.getByRole("article")).toContainText("This waits for Priya Approver.");

  const first = await pageAs(org.approver);
  await first.goto(`/${org.slug}/requests/${reference}`);
  await expect(first.getByText("Step 1 of 2 of")).toBeVisible();
  await first.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(first.getByText("Your approval is recorded: step 2 of 2 is next")).toBeVisible();
  expect((await quantities(org, "SO-STEPS"))[0]).toBe("10");

  await second.goto(`/${org.slug}/queue`);
  const card = second.getByRole("article");
  await expect(card).toContainText("You decide for Bo Boss.");
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(card).toContainText("Approved: SO-STEPS is version 2 now");
  expect((await quantities(org, "SO-STEPS"))[0]).toBe("12");
  await second.goto(`/${org.slug}/requests/${reference}`);
  await expect(second.getByText("Approved by Dee Deputy for Bo Boss: written as version 2")).toBeVisible();
});

test("a request is handed to somebody the rule doesn't name", async ({ pageAs }) => {
  const org = await createOrganization();
  const other = await addMember(org.id, ["approver"], "Olaf Other");
  await withRules(org, rule([by([org.approver])]));
  const [asked] = await askForEach(org, ["SO-HAND"]);
  const page = await pageAs(org.approver);
  await page.goto(`/${org.slug}/requests/${asked?.request.reference}`);
  await page.getByText("Hand it to somebody").click();
  await page.getByLabel("To", { exact: true }).selectOption({ label: "Olaf Other" });
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: /^Olaf Other$/ })).toBeVisible();
  const theirs = await pageAs(other);
  await theirs.goto(`/${org.slug}/queue`);
  await expect(theirs.getByRole("article")).toContainText("It was handed to you.");
});
