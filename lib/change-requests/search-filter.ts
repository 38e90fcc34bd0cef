import type { RequestFilter } from "@/lib/change-requests/queries";
import type { RequestSearch } from "@/lib/change-requests/request-filter";
import { dayStart } from "@/lib/day-start";

type Reader = { memberId: string; timeZone: string };

/** What an address asks the database for: days become moments in the organization's time zone. */
export function searchFilter(search: RequestSearch, { memberId, timeZone }: Reader): RequestFilter {
  const { view, statuses, requester, decider, reason, dates, from, to, query } = search;
  return {
    statuses,
    requestedBy: view === "mine" ? memberId : (requester ?? undefined),
    decidedBy: decider ?? undefined,
    reason: reason ?? undefined,
    during: {
      of: dates === "decided" ? "decided_at" : "submitted_at",
      since: from ? dayStart(from, timeZone) : undefined,
      before: to ? dayStart(to, timeZone, 1) : undefined,
    },
    search: query,
  };
}
