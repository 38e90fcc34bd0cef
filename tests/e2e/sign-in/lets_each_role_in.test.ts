import { expect, signIn, test } from "../../support/browser.ts";
import { createPerson } from "../../support/people.ts";

for (const role of ["requester", "approver", "fulfillment", "admin"] as const) {
  test(`lets the ${role} into the organization`, async ({ page, organization }) => {
    await signIn(page, organization[role]);
    await expect(page).toHaveURL(new RegExp(`/${organization.slug}`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}

test("a wrong password and an unknown address get the same answer, and the address stays", async ({
  page,
  organization,
}) => {
  const answers: (string | null)[] = [];
  for (const email of [organization.requester.email, "nobody@example.test"]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("not-the-password");
    await page.getByRole("button", { name: "Sign in" }).click();
    answers.push(await page.getByRole("alert").filter({ hasText: /\w/ }).textContent());
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("");
  }
  expect(answers[0]).toBeTruthy();
  expect(answers[1]).toBe(answers[0]);
});

test("a stranger with an account sees no organization", async ({ page, pageAs, organization }) => {
  await page.goto(`/${organization.slug}/orders`);
  await expect(page).toHaveURL(/\/sign-in/);
  const stranger = await pageAs(await createPerson());
  await stranger.goto("/");
  await expect(stranger).toHaveURL(/\/no-organization/);
});
