import type { RequestStatus } from "@/lib/change-requests/request-row";
import { isCalendarDate } from "@/lib/dates";
import { pageNumber } from "@/lib/page-number";

/** Which day of a request the days of a search mean. */
export type RequestDates = "asked" | "decided";

/** The list of requests as its address says it. */
export type RequestSearch = {
  view: "mine" | "all";
  /** Empty: whatever its state. */
  statuses: readonly RequestStatus[];
  /** A member's id; only in the view of all. */
  requester: string | null;
  /** A member's id. */
  decider: string | null;
  /** The code of a reason. */
  reason: string | null;
  /** First and last day, in the organization's time zone, of what `dates` says. */
  dates: RequestDates;
  from: string | null;
  to: string | null;
  query: string;
  page: number;
};

type Params = Record<string, string | string[] | undefined>;

/** Statuses that can be filtered by, in the order of a request's life. */
export const filterStatuses: readonly RequestStatus[] = [
  "pending",
  "returned",
  "applied",
  "rejected",
  "refused",
  "withdrawn",
  "expired",
];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = /^[a-z][a-z0-9_]{0,39}$/;

/** Reads an address; whatever makes no sense counts as not given. `isRequester` opens on one's own. */
export function readRequestSearch(params: Params, isRequester: boolean): RequestSearch {
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  const fitting = (name: string, pattern: RegExp) => (pattern.test(one(name)) ? one(name) : null);
  const day = (name: string) => (isCalendarDate(one(name)) ? one(name) : null);
  const view = one("view") === "all" ? "all" : one("view") === "mine" ? "mine" : isRequester ? "mine" : "all";
  const asked = one("status").split(",");
  return {
    view,
    statuses: filterStatuses.filter((status) => asked.includes(status)),
    requester: view === "all" ? fitting("requester", UUID) : null,
    decider: fitting("decider", UUID),
    reason: fitting("reason", CODE),
    dates: one("dates") === "decided" ? "decided" : "asked",
    from: day("from"),
    to: day("to"),
    // Text in the database cannot hold NUL.
    query: one("q").replaceAll("\0", "").trim().slice(0, 100),
    page: pageNumber(params.page),
  };
}

/** The query of an address with something changed; the page starts over unless it is what changes. */
export function requestQuery(search: RequestSearch, change: Partial<RequestSearch> = {}): Record<string, string> {
  const { view, statuses, requester, decider, reason, dates, from, to, query, page } = {
    ...search,
    page: 1,
    ...change,
  };
  return {
    view,
    ...(statuses.length > 0 && { status: statuses.join(",") }),
    ...(requester && view === "all" && { requester }),
    ...(decider && { decider }),
    ...(reason && { reason }),
    ...((from || to) && dates === "decided" && { dates }),
    ...(from && { from }),
    ...(to && { to }),
    ...(query && { q: query }),
    ...(page > 1 && { page: String(page) }),
  };
}

/** What a list of requests shows when nothing narrows it. */
export const everyRequest: RequestSearch = {
  view: "all",
  statuses: [],
  requester: null,
  decider: null,
  reason: null,
  dates: "asked",
  from: null,
  to: null,
  query: "",
  page: 1,
};

/** Whether anything but the view narrows the list. */
export function isNarrowed(search: RequestSearch): boolean {
  return Object.keys(requestQuery(search, { page: search.page })).length > 1;
}
