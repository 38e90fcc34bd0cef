import "server-only";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";
import { timedFetch } from "@/lib/supabase/timed-fetch";

/**
 * The database without row-level security, for work no person does (delivering e-mail) and the few
 * questions of visitors without a session (lib/auth/visitor-commands.ts). Its importers are listed in the
 * architecture test; a page or a form action is never one of them.
 */
export function adminClient(): SupabaseClient<Database> {
  const { SUPABASE_URL, SUPABASE_SECRET_KEY } = env();
  return createClient<Database>(SUPABASE_URL, SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: timedFetch },
  });
}
