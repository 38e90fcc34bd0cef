import "server-only";
import type { ResendEvent } from "@/lib/notifications/resend-event";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

/** Keeps a report of the provider, who is nobody's member: it goes in with the server's key, for the one mail it names. */
export async function recordEvent(event: ResendEvent): Promise<"recorded" | "replayed" | "unmatched"> {
  const { outcome }: { outcome: "recorded" | "replayed" | "unmatched" } = await rpc(
    adminClient(),
    "record_mail_event",
    {
      p_event_id: event.id,
      p_provider_id: event.providerId,
      p_kind: event.kind,
      p_is_permanent: event.isPermanent,
      p_detail: event.detail,
      p_happened_at: event.happenedAt,
    },
  );
  return outcome;
}
