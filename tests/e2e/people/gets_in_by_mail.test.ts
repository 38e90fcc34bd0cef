import { expect, test } from "../../support/browser.ts";
import { waitForMail } from "../../support/mailbox.ts";
import { addMember, createOrganization } from "../../support/organization.ts";
import { createPerson } from "../../support/people.ts";

const linkIn = (text: string) => /https?:\/\/\S+\/auth\/confirm\?\S+/.exec(text)?.[0] ?? "";

test("a forgotten password: mail, button, new password; the old one no longer opens", async ({ page, pageAs }) => {
  const org = await createOrganization();
  const person = await addMember(org.id, ["requester"], await createPerson("Fay Forgetful"));
  const elsewhere = await pageAs(person);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot the password?" }).click();
  await page.waitForURL("**/sign-in/forgot");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("status")).toContainText("If there is an account");
  const link = linkIn((await waitForMail(person.email, /new password/)).text);
  // A mail scanner opens it first, and uses nothing up.
  await (await page.request.get(link)).text();
  await page.goto(link);
  await page.getByRole("button", { name: "Set a new password" }).click();
  await page.waitForURL("**/reset");
  await page.getByLabel("New password").fill("a-brand-new-password");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL(`**/${org.slug}`);
  await page.goto(link);
  await page.getByRole("button", { name: "Set a new password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This link was used" })).toBeVisible();
  await elsewhere.context().close();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "don't match" })).toBeVisible();
  await page.getByLabel("Password").fill("a-brand-new-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/${org.slug}`);
});

test("a sign-in link leads to the page that was asked for", async ({ page }) => {
  const org = await createOrganization();
  await page.goto(`/${org.slug}/orders`);
  await page.getByRole("link", { name: "Get a link by e-mail" }).click();
  await page.waitForURL("**/sign-in/link?next=*");
  await page.getByLabel("E-mail").fill(org.requester.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.goto(linkIn((await waitForMail(org.requester.email, /sign-in link/)).text));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/${org.slug}/orders`);
});

test("on the profile page: name, password, leaving", async ({ page }) => {
  const org = await createOrganization();
  const person = await addMember(org.id, ["requester"], await createPerson("Lee Leaver"));
  await page.goto(`/sign-in?next=/${org.slug}/profile`);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Lee Renamed");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText("Lee Renamed").first()).toBeVisible();
  await page.getByLabel("Current password").fill("not-my-password");
  await page.getByLabel("New password").fill("a-brand-new-password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("That is not your password.").first()).toBeVisible();
  await page.getByLabel("Current password").fill(person.password);
  await page.getByLabel("New password").fill("a-brand-new-password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Changed. Your other devices")).toBeVisible();
  await page.getByRole("button", { name: "Leave…" }).click();
  await page.getByRole("button", { name: `Leave ${org.name}` }).click();
  await page.waitForURL("**/no-organization");
});
