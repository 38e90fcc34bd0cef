import type { RequestStatus } from "@/lib/change-requests/request-row";
import { pageNumber } from "@/lib/page-number";

/** The list of requests as its address says it. */
export type RequestSearch = {
  view: "mine" | "all";
  status: RequestStatus | null;
  /** A member's id; only in the view of all. */
  requester: string | null;
  query: string;
  page: number;
};

type Params = Record<string, string | string[] | undefined>;

const statuses: readonly RequestStatus[] = [
  "pending",
  "returned",
  "applied",
  "rejected",
  "refused",
  "withdrawn",
  "expired",
];

/** Statuses that can be filtered by, in the order of a request's life. */
export const filterStatuses = statuses.filter((status) => status !== "expired");

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address; whatever makes no sense counts as not given. `isRequester` opens on one's own. */
export function readRequestSearch(params: Params, isRequester: boolean): RequestSearch {
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  const view = one("view") === "all" ? "all" : one("view") === "mine" ? "mine" : isRequester ? "mine" : "all";
  return {
    view,
    status: statuses.find((status) => status === one("status")) ?? null,
    requester: view === "all" && UUID.test(one("requester")) ? one("requester") : null,
    // Text in the database cannot hold NUL.
    query: one("q").replaceAll("\0", "").trim().slice(0, 100),
    page: pageNumber(params.page),
  };
}

/** The query of an address with something changed; the page starts over unless it is what changes. */
export function requestQuery(search: RequestSearch, change: Partial<RequestSearch> = {}): Record<string, string> {
  const { view, status, requester, query, page } = { ...search, page: 1, ...change };
  return {
    view,
    ...(status && { status }),
    ...(requester && view === "all" && { requester }),
    ...(query && { q: query }),
    ...(page > 1 && { page: String(page) }),
  };
}
