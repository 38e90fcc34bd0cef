import "server-only";
import { createServerClient } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { cookieOptions } from "@/lib/supabase/cookie-options";
import type { Database } from "@/lib/supabase/database.types";
import { timedFetch } from "@/lib/supabase/timed-fetch";

/** The database as one person sees it: row-level security applies to everything read through it. */
export type Db = SupabaseClient<Database>;

/** A client for the signed-in person of this request. Created per request, never kept. Pages get it from the gate. */
export async function userClient(): Promise<Db> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  const store = await cookies();
  return createServerClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    cookieOptions: cookieOptions(),
    global: { fetch: timedFetch },
    cookies: {
      getAll: () => store.getAll(),
      setAll: (all) => {
        try {
          for (const { name, value, options } of all) store.set(name, value, options);
        } catch {
          // A page cannot write cookies while it renders. proxy.ts refreshed the session before, so nothing is lost.
        }
      },
    },
  });
}
