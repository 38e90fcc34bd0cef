import "server-only";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

/** Throws staged rows of closed imports away, a part of them; the next call goes on. */
export async function sweepImports(): Promise<unknown> {
  return rpc(adminClient(), "sweep_imports", {}, { timeoutMs: 30_000 });
}
