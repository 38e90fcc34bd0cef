import postgres, { type Sql } from "postgres";
import { tellApprovals } from "./seed/approvals.ts";
import { asPerson } from "./seed/as-person.ts";
import { tellFloor } from "./seed/floor-story.ts";
import { beginning, tellHistory } from "./seed/history.ts";
import { importOrders } from "./seed/import-orders.ts";
import { interviews } from "./seed/interviews.ts";
import { openClosedMailbox, tellMail } from "./seed/mail-story.ts";
import { makeOrderBook, type StatusShare } from "./seed/order-book.ts";
import { PastClock } from "./seed/past-clock.ts";
import { demoPassword, organizations, people, rolesText } from "./seed/people.ts";
import { Random } from "./seed/random.ts";
import { RequestStory } from "./seed/request-story.ts";
import { tellRequests } from "./seed/requests.ts";
import { answerInterview } from "./seed/setup.ts";
import { contosoStatuses, northwindStatuses } from "./seed/statuses.ts";
import type { Connections } from "./stack.ts";

export type SignIn = { role: string; email: string; password: string };

const timeZone = "America/New_York";

export type SeedResult = {
  /** The organization the sign-ins open, as it stands in the URL. */
  org: string;
  signIns: SignIn[];
};

/**
 * Fills an empty database with two organizations, their people, orders and requests. Accounts are made by the auth API and
 * everything else by the commands, as the people themselves, so that the trail and the ledger tell what really happened.
 */
export async function seed({ connections }: { connections: Connections }): Promise<SeedResult> {
  const sql = postgres(connections.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const clock = await PastClock.open(sql);
    await clock.set(beginning());
    const userIds = new Map<string, string>();
    for (const person of people) userIds.set(person.email, await signUp(connections, person));
    const orgIds = new Map<string, string>();
    for (const organization of organizations)
      orgIds.set(organization.slug, await foundOrganization(sql, organization, userIds));
    const person = (email: string) => asPerson(sql, userIds.get(email) ?? "");
    const orgId = (slug: string) => orgIds.get(slug) ?? "";

    const admin = person("ada@northwind.test");
    const owner = person("olga@contoso.test");
    await answerInterview(sql, admin, orgId("northwind"), interviews.northwind, today());
    await answerInterview(sql, owner, orgId("contoso"), interviews.contoso, today());
    await importOrders(admin, orgId("northwind"), "open-orders.csv", makeBook(northwindStatuses, 48_201, 42));
    await importOrders(owner, orgId("contoso"), "contoso-orders.csv", makeBook(contosoStatuses, 7_001, 7));
    await openClosedMailbox(admin, orgId("northwind"));
    await dateImports(sql, beginning());
    const story = await RequestStory.open(sql, orgId("northwind"));
    const cast = {
      asker: person("carl@northwind.test"),
      secondAsker: person("sam@northwind.test"),
      approver: person("priya@northwind.test"),
      floor: person("finn@northwind.test"),
      admin,
    };
    await tellHistory(story, clock, cast, orgId("northwind"), new Random(11));
    await clock.close();
    await tellRequests(story, orgId("northwind"), cast);
    await tellApprovals(sql, story, orgId("northwind"), cast);
    await tellFloor(story, cast);
    await tellMail(sql, orgId("northwind"));
  } finally {
    await sql.end();
  }
  return {
    org: "northwind",
    signIns: people.map(({ email, roles }) => ({ role: rolesText(roles), email, password: demoPassword })),
  };
}

function makeBook(statuses: StatusShare[], firstNumber: number, randomSeed: number) {
  return makeOrderBook(statuses, firstNumber, today(), new Random(randomSeed));
}

function today(): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
}

/** The orders came in when the demo's story begins. */
async function dateImports(sql: Sql, at: Date): Promise<void> {
  await sql`update public.imports set created_at = ${at}, previewed_at = ${at}, closed_at = ${at}`;
  await sql`update public.orders set created_at = ${at}, updated_at = ${at}`;
}

/** An organization with all its members; the first admin is the one who founds it. */
async function foundOrganization(
  sql: Sql,
  { slug, name }: { slug: string; name: string },
  userIds: Map<string, string>,
): Promise<string> {
  const members = people.filter((person) => person.roles[slug]);
  const founder = members.find((person) => person.roles[slug]?.includes("admin"));
  if (!founder) throw new Error(`${name} has no admin.`);
  return sql.begin(async (tx) => {
    const [org] = await tx<{ id: string }[]>`
      select (f).id from private.found_organization(
        ${userIds.get(founder.email) ?? ""}, ${founder.name}, ${founder.email}, ${name}, ${timeZone}, 'USD') f`;
    if (!org) throw new Error(`${name} was not founded.`);
    await tx`update public.organizations set slug = ${slug} where id = ${org.id}`;
    for (const person of members) {
      if (person === founder) continue;
      await tx`
        insert into public.members (org_id, user_id, name, email, roles)
        values (${org.id}, ${userIds.get(person.email) ?? ""}, ${person.name}, ${person.email},
          ${`{${person.roles[slug]?.join(",")}}`}::public.member_role[])`;
    }
    return org.id;
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
