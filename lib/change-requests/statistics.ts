import { everyRequest, type RequestSearch } from "@/lib/change-requests/request-filter";
import type { RequestStatus } from "@/lib/change-requests/request-row";

/** What `request_statistics` answers. Weeks begin on Monday, the oldest first; the last one is still running. */
export type RequestStatistics = {
  weeks: {
    /** Its Monday. */
    from: string;
    asked: Partial<Record<RequestStatus, number>>;
    decided: number;
    /** From asking (the last round) to deciding. Null when nothing was decided. */
    median_seconds: number | null;
    ninetieth_seconds: number | null;
  }[];
  /** The most used first; `weeks` holds a count for each week above. */
  reasons: { code: string; label: string; total: number; weeks: number[] }[];
};

/** Periods a reader can choose from, in weeks. */
export const periods = [12, 26, 52] as const;
export type Period = (typeof periods)[number];

export function readPeriod(text: string | string[] | undefined): Period {
  return periods.find((weeks) => String(weeks) === text) ?? 12;
}

/** What became of requests, as few groups as a chart can hold apart. Every status is in exactly one. */
export const outcomeGroups = [
  { id: "applied", label: "Applied", statuses: ["applied"] },
  { id: "open", label: "Still open", statuses: ["pending", "returned"] },
  { id: "turned_down", label: "Rejected or withdrawn", statuses: ["rejected", "withdrawn", "expired"] },
  { id: "blocked", label: "Blocked by the check", statuses: ["refused"] },
] as const satisfies readonly { id: string; label: string; statuses: readonly RequestStatus[] }[];

export type OutcomeGroup = (typeof outcomeGroups)[number];

export function countOf(asked: Partial<Record<RequestStatus, number>>, group: OutcomeGroup): number {
  return group.statuses.reduce((sum, status) => sum + (asked[status] ?? 0), 0);
}

export function totalAsked(asked: Partial<Record<RequestStatus, number>>): number {
  return Object.values(asked).reduce((sum, count) => sum + count, 0);
}

/** The list that shows the requests behind a figure: those of a week, or of all weeks from one on. */
export function behind(from: string, until: string, change: Partial<RequestSearch> = {}): RequestSearch {
  return { ...everyRequest, from, to: until, ...change };
}
