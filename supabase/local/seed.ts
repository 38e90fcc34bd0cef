import postgres, { type Sql } from "postgres";
import { demoPassword, organizations, people, rolesText } from "./seed/people.ts";
import type { Connections } from "./stack.ts";

export type SignIn = { role: string; email: string; password: string };

export type SeedResult = {
  /** The organization the sign-ins open, as it stands in the URL. */
  org: string;
  signIns: SignIn[];
};

/** Fills an empty database with two organizations and their people; accounts are made by the auth API like anybody's. */
export async function seed({ connections }: { connections: Connections }): Promise<SeedResult> {
  const sql = postgres(connections.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const userIds = new Map<string, string>();
    for (const person of people) userIds.set(person.email, await signUp(connections, person));
    for (const organization of organizations) await foundOrganization(sql, organization, userIds);
  } finally {
    await sql.end();
  }
  return {
    org: "northwind",
    signIns: people.map(({ email, roles }) => ({ role: rolesText(roles), email, password: demoPassword })),
  };
}

/** An organization with all its members; the first admin is the one who founds it. */
async function foundOrganization(
  sql: Sql,
  { slug, name }: { slug: string; name: string },
  userIds: Map<string, string>,
): Promise<void> {
  const members = people.filter((person) => person.roles[slug]);
  const founder = members.find((person) => person.roles[slug]?.includes("admin"));
  if (!founder) throw new Error(`${name} has no admin.`);
  await sql.begin(async (tx) => {
    const [org] = await tx<{ id: string }[]>`
      select (f).id from private.found_organization(
        ${userIds.get(founder.email) ?? ""}, ${founder.name}, ${founder.email}, ${name}, 'America/Chicago', 'USD') f`;
    if (!org) throw new Error(`${name} was not founded.`);
    await tx`update public.organizations set slug = ${slug} where id = ${org.id}`;
    for (const person of members) {
      if (person === founder) continue;
      await tx`
        insert into public.members (org_id, user_id, name, email, roles)
        values (${org.id}, ${userIds.get(person.email) ?? ""}, ${person.name}, ${person.email},
          ${`{${person.roles[slug]?.join(",")}}`}::public.member_role[])`;
    }
  });
}

async function signUp(
  { supabaseUrl, publishableKey }: Connections,
  { name, email }: { name: string; email: string },
): Promise<string> {
  const response = await fetch(`${supabaseUrl}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email, password: demoPassword, data: { name } }),
  });
  const answer = (await response.json()) as { user?: { id: string }; msg?: string };
  if (!response.ok || !answer.user) throw new Error(`Could not sign up ${email}: ${answer.msg ?? response.status}`);
  return answer.user.id;
}
