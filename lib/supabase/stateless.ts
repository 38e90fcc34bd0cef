import "server-only";
import { createClient } from "@supabase/supabase-js";
import { env } from "@/lib/env";
import type { Db } from "@/lib/supabase/server";
import { timedFetch } from "@/lib/supabase/timed-fetch";

/** A client as nobody that keeps no session: to have mail sent, or to check a password without signing in. */
export function statelessClient(): Db {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  return createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: timedFetch },
  });
}
