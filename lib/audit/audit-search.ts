import { isCalendarDate } from "@/lib/dates";
import { routes } from "@/lib/routes";

export const ENTRIES_PER_PAGE = 50;

/** What the audit page shows, as it stands in the URL. Whatever the URL holds, this is a search that can be run. */
export type AuditSearch = {
  /** An order's number, as it is written on the order. */
  order: string;
  /** "CR-000123". */
  request: string;
  /** A member's id. */
  person: string;
  action: string;
  /** First and last day in the organization's time zone. */
  from: string;
  to: string;
  /** Pages are cut by seq: entries before this one … */
  before: number | null;
  /** … or after this one. */
  after: number | null;
};

type SearchParams = Record<string, string | string[] | undefined>;

export function readAuditSearch(params: SearchParams): AuditSearch {
  // Text in the database cannot hold NUL, so nothing is found by it either.
  const one = (name: string) => ([params[name]].flat()[0] ?? "").replaceAll("\0", "").trim().slice(0, 100);
  const day = (name: string) => (isCalendarDate(one(name)) ? one(name) : "");
  return {
    order: one("order"),
    request: referenceOf(one("request")),
    person: /^[0-9a-f-]{36}$/i.test(one("person")) ? one("person") : "",
    action: /^[a-z_]+\.[a-z_]+$/.test(one("action")) ? one("action") : "",
    from: day("from"),
    to: day("to"),
    before: seqOf(one("before")),
    after: seqOf(one("after")),
  };
}

/** What narrows the list, without the place in it. */
export function auditFilters(search: AuditSearch): [name: string, value: string][] {
  const { order, request, person, action, from, to } = search;
  return Object.entries({ order, request, person, action, from, to }).filter(([, value]) => value !== "");
}

/** The address of the page with these filters, at a place in the list. */
export function auditHref(org: string, search: AuditSearch, place: { before?: number; after?: number } = {}): string {
  const places = Object.entries(place).map(([name, seq]) => [name, String(seq)]);
  return withQuery(routes.audit(org), [...auditFilters(search), ...places]);
}

/** The same entries as a file. */
export function auditDownloadHref(org: string, search: AuditSearch, format: "csv" | "json"): string {
  return withQuery(`${routes.audit(org)}/download`, [["format", format], ...auditFilters(search)]);
}

/** "7", "cr-7" and "CR-000007" are the same request. */
function referenceOf(text: string): string {
  const number = /^(?:cr-?)?0*(\d{1,9})$/i.exec(text)?.[1];
  return number ? `CR-${number.padStart(6, "0")}` : text.toUpperCase();
}

function seqOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function withQuery(path: string, params: string[][]): string {
  const query = new URLSearchParams(params).toString();
  return query ? `${path}?${query}` : path;
}
