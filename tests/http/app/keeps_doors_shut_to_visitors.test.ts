import { expect, test } from "vitest";
import { act, visit } from "../../support/app.ts";
import { accept, invite, tokenFor } from "../../support/invitations.ts";
import { mailsTo } from "../../support/mailbox.ts";
import { createOrganization } from "../../support/organization.ts";
import { createPerson } from "../../support/people.ts";
import { superuser } from "../../support/postgres.ts";

const nobody = () => `nobody.${crypto.randomUUID()}@example.test`;

test.each(["sendSignInLink", "sendResetLink"])(
  "%s says the same about known and unknown addresses, and mails only the first",
  async (name) => {
    const person = await createPerson("Kay Known");
    const unknown = nobody();
    const [one, other] = [await act(name, { email: person.email }), await act(name, { email: unknown })];
    expect(one.answer).toEqual({ ok: true, data: { email: person.email } });
    expect(other.answer).toEqual({ ok: true, data: { email: unknown } });
    await expect.poll(async () => (await mailsTo(person.email)).length).toBe(1);
    expect(await mailsTo(unknown)).toHaveLength(0);
    const [mail] = await mailsTo(person.email);
    // The page with the button, in both bodies; never the API, where opening is using.
    for (const body of [mail?.html ?? "", mail?.text ?? ""]) {
      expect(body).toContain("/auth/confirm?token_hash=");
      expect(body).not.toContain("/verify");
    }
  },
);

test("signing in is limited for an account and a place, the same for known and unknown ones", async () => {
  const person = await createPerson("Kay Known");
  for (const email of [person.email, nobody()]) {
    const headers = { "x-forwarded-for": `2001:db8::${crypto.randomUUID().slice(0, 4)}` };
    const codes = [];
    for (let n = 0; n < 11; n++)
      codes.push((await act("signIn", { email, password: "wrong-password" }, { headers })).answer?.code);
    expect(codes).toEqual([...Array(10).fill("wrong_credentials"), "rate_limited"]);
  }
});

test("links that are used, revoked, made up or malformed show one page, and a good one is not used up by being opened", async () => {
  const org = await createOrganization();
  const person = await createPerson("Nora Newcomer");
  await invite(org, person.email);
  const token = await tokenFor(org.id, person.email);
  for (let n = 0; n < 3; n++) expect(await (await visit(`/invite/${token}`)).text()).toContain(org.name);
  const words = async (path: string) => (await (await visit(path)).text()).includes("This invitation doesn");
  expect(await words(`/invite/${token}`)).toBe(false);
  await accept(person.userId, token);
  for (const bad of [token, "0".repeat(64), "x", token.toUpperCase(), "%00", "..%2f..%2fapi"]) {
    expect(await words(`/invite/${bad}`), bad).toBe(true);
  }
});

test("an account is made only for an open invitation, and for its address alone", async () => {
  const before = await superuser`select count(*)::int as people from auth.users`;
  const password = "correct-horse-battery";
  const forged = await act("joinWithPassword", { token: "0".repeat(64), name: "Mal", password });
  expect(forged.answer).toMatchObject({ ok: false, code: "not_found" });
  // There is an organization: the first-account door is closed.
  const first = await act("signUpFirst", { email: nobody(), password });
  expect(first.answer).toMatchObject({ ok: false, code: "not_allowed" });
  const org = await createOrganization();
  const email = nobody();
  await invite(org, email);
  const token = await tokenFor(org.id, email);
  const named = await act("joinWithPassword", { token, name: "Mal", password, email: "other@example.test" });
  expect(named.answer).toMatchObject({ ok: false, code: "invalid" });
  expect(await superuser`select from auth.users where email in (${email}, 'other@example.test')`).toHaveLength(0);
  expect(before[0]?.people).toBeGreaterThan(0);
});

test("a session alone sets no password, and no link leads off the site", async () => {
  const person = await createPerson("Sam Session");
  const acted = await act("setNewPassword", { password: "another-long-password" }, { as: person });
  expect(acted.answer).toMatchObject({ ok: false, code: "not_allowed" });
  expect((await visit("/reset", { as: person })).headers.get("location")).toBe("/sign-in/forgot");
  const sent = await act("sendSignInLink", { email: person.email, next: "//evil.example/x" });
  expect(sent.answer).toMatchObject({ ok: true });
  const wrong = await act("confirmLink", { token_hash: "0".repeat(56), type: "magiclink" });
  expect(wrong.answer).toMatchObject({ ok: false, code: "not_found" });
  expect((await act("confirmLink", { token_hash: "0".repeat(56), type: "email_change" })).answer).toMatchObject({
    code: "invalid",
  });
});
