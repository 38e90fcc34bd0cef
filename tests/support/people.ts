import { randomUUID } from "node:crypto";
import { superuser } from "./postgres.ts";

export type Person = { userId: string; name: string; email: string; password: string };

export const password = "correct-horse-battery";

/** Somebody with an account and no organization yet. */
export async function createPerson(name = "Robin Stranger"): Promise<Person> {
  const userId = randomUUID();
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}.${userId.slice(0, 8)}@example.test`;
  const facts = { sub: userId, email, name, email_verified: true };
  await superuser.begin(async (sql) => {
    // The cheapest bcrypt there is: hundreds of people per run, and none of them has anything to hide.
    await sql`
      insert into auth.users (id, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
      values (${userId}, ${email}, extensions.crypt(${password}, extensions.gen_salt('bf', 4)), now(),
        ${sql.json({ provider: "email", providers: ["email"] })}, ${sql.json(facts)})`;
    await sql`
      insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at)
      values (${randomUUID()}, 'email', ${userId}, ${userId}, ${sql.json(facts)}, now(), now())`;
  });
  return { userId, name, email, password };
}
