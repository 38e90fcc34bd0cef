import { RequestGlance } from "@/components/change-requests/request-glance";
import { DueMark } from "@/components/ui/due-mark";
import type { Glance } from "@/lib/change-requests/home-queries";
import { routes } from "@/lib/routes";

type Props = { org: { slug: string; timeZone: string }; glance: Glance };

/** What the reader can decide now, the next cut-off first. */
export function UrgentGlance({ org, glance }: Props) {
  return (
    <RequestGlance
      org={org.slug}
      title="Waiting for your decision"
      glance={glance}
      href={routes.queue(org.slug)}
      empty="Nothing waits for your decision."
      aside={({ due_at }) => <DueMark at={due_at} timeZone={org.timeZone} />}
    />
  );
}
