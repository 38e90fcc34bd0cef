import "server-only";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

/** Lets a part of the rows go that nobody downloads again; the next call goes on. */
export async function dropOldExportLines(): Promise<unknown> {
  return rpc(adminClient(), "drop_export_lines", {}, { timeoutMs: 30_000 });
}
