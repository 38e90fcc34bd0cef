import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../../lib/supabase/database.types.ts";
import { connections } from "./connections.ts";
import type { Person } from "./people.ts";

const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };

/** The API as somebody who has not signed in. */
export function anonymousApi(): SupabaseClient<Database> {
  return createClient<Database>(connections.supabaseUrl, connections.publishableKey, { auth });
}

/** The API as a person, signed in by e-mail and password like in the app. */
export async function apiAs(person: Person): Promise<SupabaseClient<Database>> {
  const client = anonymousApi();
  const { error } = await client.auth.signInWithPassword({ email: person.email, password: person.password });
  if (error) throw error;
  return client;
}

/** The API with the secret key, which row-level security does not hold back. */
export function secretApi(): SupabaseClient<Database> {
  return createClient<Database>(connections.supabaseUrl, connections.secretKey, { auth });
}

/** One plain request to the data API, for what supabase-js would never send. */
export function request(path: string, init: RequestInit & { token?: string; key?: string } = {}): Promise<Response> {
  const { token, key = connections.publishableKey, ...rest } = init;
  return fetch(`${connections.supabaseUrl}${path}`, {
    ...rest,
    headers: {
      apikey: key,
      ...(token && { authorization: `Bearer ${token}` }),
      "content-type": "application/json",
      ...rest.headers,
    },
  });
}
