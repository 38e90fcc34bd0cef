import { expect, test } from "../../support/browser.ts";
import { giveReason, openChangeForm, quantityOf, send } from "../../support/change-form.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

test("an admin answers the interview, reads the rules back and says yes; from then on they hold for who asks", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  await addMember(org.id, ["approver"], "Bo Boss");
  const [waved, order] = [await createOrder(org.id, { statusWord: "On the wave" }), await createOrder(org.id)];
  const page = await pageAs(org.admin);
  const question = (name: string) => expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
  const goOn = () => page.getByRole("button", { name: "Continue" }).click();
  await page.goto(`/${org.slug}/settings/setup`);
  await page.getByRole("link", { name: "Begin" }).click();

  await question("Which system do your orders come from?");
  await page.getByRole("radio", { name: "Another one" }).check();
  await goOn();
  await expect(page.getByLabel("What it is called")).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("radio", { name: "NetSuite" }).check();
  await goOn();

  await question("Which words does it use for where an order stands, and what do they mean?");
  await page.getByLabel("More words").fill("On the wave");
  await page.getByRole("button", { name: "Add the words" }).click();
  await page.getByLabel("What “On the wave” means").selectOption({ label: "Packed" });
  await goOn();

  await question("What do your order numbers and SKUs look like?");
  const skus = page.getByRole("group", { name: "SKUs" });
  await skus.getByLabel("A few real SKUs").fill("WIDGET-1\nGADGET-2");
  await skus.getByRole("button", { name: "Use that" }).click();
  await goOn();

  await question("Where do orders ship from, and until when on a day?");
  await page.getByLabel("Orders leave by").fill("15:30");
  await goOn();
  await question("How many orders come in on a usual day?");
  await page.getByLabel("Orders a day, roughly").fill("120");
  await goOn();

  await question("Who approves a change?");
  await page.getByRole("radio", { name: /^Big changes go to certain people/ }).check();
  const rule = page.getByRole("group", { name: "Rule 1" });
  await rule.getByLabel("From this share of a line on, %").fill("20");
  await goOn();
  await expect(rule.getByText("Choose who decides these changes.")).toBeVisible();
  await rule.getByLabel("Bo Boss").check();
  await goOn();
  await question("Who on the floor hears of a change that was approved?");
  await page.getByRole("link", { name: "Leave it as it is" }).click();
  await question("What else should people know?");
  await page.getByLabel("In your own words").fill("Brightwater may always add a line.");
  await goOn();

  await question("Is this how you work?");
  const summary = page.getByRole("main");
  for (const sentence of [
    "Orders come from NetSuite.",
    /It is locked once it is .*“On the wave”/,
    "SKUs look like AAAAAA-# (such as WIDGET-1).",
    /orders leave by 15:30 UTC/,
    "If a change touches 20 % of a line or more: Bo Boss.",
    "“Brightwater may always add a line.”",
  ])
    await expect(summary.getByText(sentence)).toBeVisible();
  expect(await superuser`select from public.setups where org_id = ${org.id}`).toHaveLength(0);
  await page.getByRole("button", { name: "Yes, apply these rules" }).click();
  await expect(page.getByText("Your rules hold from now on")).toBeVisible();

  const asking = await pageAs(org.requester);
  await asking.goto(`/${org.slug}/orders/${waved.number}`);
  await expect(asking.getByRole("region", { name: "Locked" })).toContainText("This order is packed");

  await openChangeForm(asking, org, order);
  await asking.getByRole("button", { name: "Add a line" }).click();
  const added = asking.getByRole("group", { name: "New line 1" });
  await added.getByLabel("SKU").fill("widget 9");
  await added.getByLabel("Quantity").fill("1");
  await quantityOf(asking, order).fill("12");
  await giveReason(asking);
  await send(asking);
  await expect(added.getByText(/AAAAAA-#/)).toBeVisible();
  await added.getByLabel("SKU").fill("WIDGET-9");
  await send(asking);
  await asking.waitForURL(/\/requests\/CR-000001$/);
  await expect(asking.getByText("Rule “From 20 % on”")).toBeVisible();
  await expect(asking.getByRole("listitem").filter({ hasText: /^Bo Boss$/ })).toBeVisible();
});
