import { expect, test } from "../../support/browser.ts";
import { inDays } from "../../support/days.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";

test("a rule is made, tried on last month, saved, and holds for the next request", async ({ pageAs }) => {
  const org = await createOrganization();
  const boss = await addMember(org.id, ["approver"], "Bo Boss");
  const deputy = await addMember(org.id, ["approver"], "Dee Deputy");
  const order = await createOrder(org.id);
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "30" };
  await submitted(org.requester, order, [change]);

  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/approvals`);
  await page.getByText("Add a group").click();
  await page.getByLabel("Name", { exact: true }).fill("Buyers");
  const group = page.getByRole("group", { name: "Approvers in it" });
  await group.getByLabel("Bo Boss").check();
  await group.getByLabel("Dee Deputy").check();
  await page.getByRole("button", { name: "Add group" }).click();
  await expect(page.getByText("Buyers Bo Boss, Dee Deputy")).toBeVisible();

  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByLabel("Name of the rule").fill("Big changes");
  await page.getByLabel("A change touches this many units or more").fill("many");
  await page.getByRole("button", { name: "Save rules" }).click();
  await expect(page.getByText("Use a number above zero, or leave the condition out.")).toBeVisible();
  await page.getByLabel("A change touches this many units or more").fill("20");
  await page.getByRole("group", { name: "And of these groups" }).getByLabel("Buyers").check();
  await page.getByRole("button", { name: "Try on last month" }).click();
  await expect(page.getByText(/1 of 1 by “Big changes” to Bo Boss or Dee Deputy/)).toBeVisible();
  await page.getByRole("button", { name: "Save rules" }).click();
  await expect(page.getByText("Saved as version 2.")).toBeVisible();

  const other = await createOrder(org.id);
  const big = await submitted(org.requester, other, [
    { kind: "set_quantity", line_id: other.lines[0].id, quantity: "31" },
  ]);
  const deciders = await superuser<{ name: string }[]>`
    select m.name from private.deciders(${org.id}, ${big.id}) d join public.members m on m.id = d.member_id order by 1`;
  expect(deciders.map(({ name }) => name)).toEqual([boss.name, deputy.name]);
});

test("a rule that could leave nobody to approve is not saved, and says what to do", async ({ pageAs }) => {
  const org = await createOrganization();
  const both = await addMember(org.id, ["requester", "approver"], "Sam Both");
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/approvals`);
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByLabel("Name of the rule").fill("Only Sam");
  await page
    .getByRole("group", { name: /^Of these people/ })
    .getByLabel(both.name)
    .check();
  await page.getByRole("button", { name: "Save rules" }).click();
  await expect(page.getByText(/when Sam Both asks, nobody could approve/)).toBeVisible();
  await expect(page.getByLabel("Name of the rule")).toHaveValue("Only Sam");
});

test("an approver who goes away names who decides meanwhile, and ends it", async ({ pageAs }) => {
  const org = await createOrganization();
  await addMember(org.id, ["approver"], "Dee Deputy");
  const page = await pageAs(org.approver);
  await page.goto(`/${org.slug}/profile`);
  await page.getByLabel("Decides meanwhile").selectOption({ label: "Dee Deputy" });
  await page.getByLabel("Until and with").fill(inDays(10));
  await page.getByRole("button", { name: "Let them decide" }).click();
  await expect(page.getByText("Dee Deputy for Priya Approver")).toBeVisible();
  const [row] = await superuser`select ends_at from public.delegations where org_id = ${org.id}`;
  expect(row).toEqual({ ends_at: new Date(`${inDays(11)}T00:00:00Z`) });
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByText("Dee Deputy for Priya Approver")).toHaveCount(0);
});

test("deadlines are checked and saved", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/approvals`);
  await page.getByLabel("Last warning, minutes before").fill("500");
  await page.getByRole("button", { name: "Save deadlines" }).click();
  await expect(page.getByText("The last warning comes after the reminder: use fewer minutes.")).toBeVisible();
  await page.getByLabel("Last warning, minutes before").fill("45");
  await page.getByRole("button", { name: "Save deadlines" }).click();
  await expect(page.getByText("Saved. It counts for everything that waits.")).toBeVisible();
  const [row] = await superuser`select remind_minutes, escalate_minutes from public.organizations where id = ${org.id}`;
  expect(row).toEqual({ remind_minutes: 180, escalate_minutes: 45 });
});
