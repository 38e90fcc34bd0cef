import type { Connections } from "./stack.ts";

export type SignIn = { role: string; email: string; password: string };

export type SeedResult = {
  /** The organization the sign-ins open, as it stands in the URL. */
  org: string;
  signIns: SignIn[];
};

const password = "demo-demo-demo";

const people = [
  { name: "Ada Admin", email: "ada@northwind.test", role: "admin" },
  { name: "Priya Approver", email: "priya@northwind.test", role: "approver" },
  { name: "Carl Requester", email: "carl@northwind.test", role: "requester" },
  { name: "Finn Fulfillment", email: "finn@northwind.test", role: "fulfillment" },
  { name: "Sam Senior", email: "sam@northwind.test", role: "requester + approver" },
  { name: "Olga Owner", email: "olga@contoso.test", role: "admin of a second organization" },
];

/** Fills an empty database with people; every sign-in goes through the auth API like anybody's. */
export async function seed(stack: { connections: Connections }): Promise<SeedResult> {
  for (const person of people) await signUp(stack.connections, person);
  return { org: "northwind", signIns: people.map(({ role, email }) => ({ role, email, password })) };
}

async function signUp(
  { supabaseUrl, publishableKey }: Connections,
  { name, email }: { name: string; email: string },
): Promise<string> {
  const response = await fetch(`${supabaseUrl}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email, password, data: { name } }),
  });
  const answer = (await response.json()) as { user?: { id: string }; msg?: string };
  if (!response.ok || !answer.user) throw new Error(`Could not sign up ${email}: ${answer.msg ?? response.status}`);
  return answer.user.id;
}
