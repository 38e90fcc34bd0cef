import { test } from "../support/browser.ts";
import { giveReason, openChangeForm, send } from "../support/change-form.ts";
import { saveRules } from "../support/lock-table.ts";
import { createOrder } from "../support/order.ts";
import { createOrganization } from "../support/organization.ts";
import { submitted } from "../support/requests.ts";

const dir = "/tmp/kinds-shots";
for (const [theme, width] of [["light", 1280], ["dark", 1280], ["light", 390], ["dark", 390]] as const) {
  test(`shots ${theme} ${width}`, async ({ pageAs }) => {
    const options = { colorScheme: theme, viewport: { width, height: width === 390 ? 844 : 900 } };
    const org = await createOrganization();
    for (const m of ["UPS Ground", "UPS Ground", "LTL freight"]) await createOrder(org.id, { shipMethod: m, customer: "Brightwater Marine LLC" });
    const order = await createOrder(org.id, {
      number: "SO-48279", customer: "Calloway Grocers", customerPo: "PO86112", statusWord: "Picking", shipTo: "Receiving\n402 Commerce Dr\nDayton, OH 45404", shipMethod: "UPS Ground", shipDate: "2026-12-04",
      lines: [{ sku: "WH-SHELF-48", picked: "6", description: "Wire shelf 48 × 18 in, chrome" }, { sku: "GLOVE-NIT-L", picked: "0", quantity: "40", unitPrice: "8.90", description: "Nitrile gloves, large, 100 per box" }, { sku: "DRUM-55-OH", picked: "10", description: "Steel drum 55 gal" }],
    });
    const open = await createOrder(org.id, { number: "SO-48300", customer: "Delmar & Sons Hardware", shipTo: "77 Main St, Concord, NH 03301", shipMethod: "LTL freight" });
    const picked = await createOrder(org.id, { number: "SO-48301", customer: "Eastline Logistics", statusWord: "Picked", shipTo: "2300 Rail Yard Rd\nNewark, NJ", shipMethod: "UPS Ground" });
    const shot = async (page: import("@playwright/test").Page, name: string) => page.screenshot({ path: `${dir}/${name}-${theme}-${width}.png`, fullPage: true });
    const page = await pageAs(org.requester, options);
    await openChangeForm(page, org, order);
    await shot(page, "form-start");
    await page.getByLabel("Ships to").fill("Receiving\n4 New St, Dock 4\nDayton, OH 45404");
    await page.getByLabel("Ship method").fill("UPS 2nd Day Air");
    await page.getByRole("button", { name: "Close the rest of line 1" }).click();
    await giveReason(page, "Store moved, and the rest is on backorder.");
    await shot(page, "form-edited");
    await send(page);
    await page.waitForURL(/\/requests\/CR-\d{6}$/);
    await shot(page, "request-own");
    await openChangeForm(page, org, open);
    await page.getByRole("button", { name: "Cancel the whole order" }).click();
    await shot(page, "form-cancel-asking");
    await page.getByRole("button", { name: "Yes, cancel the whole order" }).click();
    await shot(page, "form-cancelled");
    await openChangeForm(page, org, picked);
    await shot(page, "form-picked");
    await page.goto(`/${org.slug}/orders/SO-48279`);
    await shot(page, "order");
    await page.goto(`/${org.slug}/orders`);
    await shot(page, "orders");
    await submitted(org.requester, open, [{ kind: "cancel_order" }]);
    const approver = await pageAs(org.approver, options);
    await approver.goto(`/${org.slug}/queue`);
    await shot(approver, "queue");
    await approver.goto(`/${org.slug}/requests/CR-000001`);
    await shot(approver, "request");
    const admin = await pageAs(org.admin, options);
    await saveRules(org, { kind: "cancel_order", stage: "picking", is_locked: false }, { kind: "add_line", stage: "released", is_locked: true });
    await saveRules(org, { kind: "set_ship_to", stage: "picked", is_locked: true });
    await admin.goto(`/${org.slug}/settings/locks`);
    await admin.getByLabel("Change a quantity at stage Open").uncheck();
    await admin.getByLabel("Change a quantity at stage Released").uncheck();
    await admin.getByLabel("Order to look at").fill("SO-48279");
    await admin.getByRole("button", { name: "Look" }).click();
    await admin.getByRole("region", { name: "What could be changed on SO-48279" }).waitFor();
    await admin.waitForTimeout(1500);
    await shot(admin, "locks");
    await admin.getByLabel("Order to look at").fill("SO-483");
    await admin.getByRole("button", { name: "Look" }).click();
    await admin.getByText("More than one order fits").waitFor();
    await shot(admin, "locks-choices");
    await admin.goto(`/${org.slug}/audit`);
    await shot(admin, "audit");
  });
}
