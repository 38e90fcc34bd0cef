import { createServerClient } from "@supabase/ssr";
import { connections } from "./connections.ts";
import type { Person } from "./people.ts";

export type Cookie = { name: string; value: string };

export type Session = {
  /** What the data API takes. */
  token: string;
  /** What the app's own sign-in would have set in the browser. */
  cookies: Cookie[];
};

const sessions = new Map<string, Promise<Session>>();

/** A person's session, signed in once per test program. The sign-in form has tests of its own. */
export function sessionOf(person: Pick<Person, "email" | "password">): Promise<Session> {
  const session = sessions.get(person.email) ?? startSession(person);
  sessions.set(person.email, session);
  return session;
}

/** A session nobody else in this program uses: for tests that end it or let it run out. */
export async function startSession({ email, password }: Pick<Person, "email" | "password">): Promise<Session> {
  const cookies = new Map<string, string>();
  const client = createServerClient(connections.supabaseUrl, connections.publishableKey, {
    cookieOptions: { name: "session" },
    cookies: {
      getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
      setAll: (all) => {
        for (const { name, value } of all) cookies.set(name, value);
      },
    },
  });
  const { data, error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return { token: data.session.access_token, cookies: [...cookies].map(([name, value]) => ({ name, value })) };
}
