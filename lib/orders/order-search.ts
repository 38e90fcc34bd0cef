import { addDays } from "@/lib/orders/add-days";
import { isStageGroup, type StageGroup } from "@/lib/orders/stage-groups";
import { routes } from "@/lib/routes";

export const PAGE_SIZE = 50;

const sortColumns = ["updated_at", "order_number", "customer", "requested_ship_date"] as const;
export type SortColumn = (typeof sortColumns)[number];

/** Windows of the requested ship date, counted from the organization's own today. */
export const shipWindows = {
  overdue: { label: "Overdue", from: null, to: -1 },
  today: { label: "Today", from: 0, to: 0 },
  week: { label: "Next 7 days", from: 0, to: 7 },
  month: { label: "Next 30 days", from: 0, to: 30 },
} as const satisfies Record<string, { label: string; from: number | null; to: number }>;

export type ShipWindow = keyof typeof shipWindows;

/** What the order list shows, as it stands in the URL. Whatever the URL holds, this is a search that can be run. */
export type OrderSearch = {
  query: string;
  stages: StageGroup | null;
  ships: ShipWindow | null;
  hasOpenRequests: boolean;
  sort: SortColumn;
  isDescending: boolean;
  /** From 1. */
  page: number;
  /** Enter was pressed: an order with exactly this number is opened instead of listed. */
  opensExactMatch: boolean;
};

type SearchParams = Record<string, string | string[] | undefined>;

const everything: OrderSearch = {
  query: "",
  stages: null,
  ships: null,
  hasOpenRequests: false,
  sort: "updated_at",
  isDescending: true,
  page: 1,
  opensExactMatch: false,
};

export function readOrderSearch(params: SearchParams): OrderSearch {
  const one = (name: string) => [params[name]].flat()[0];
  const [stage, ships, sort = "", page = ""] = [one("stage"), one("ships"), one("sort"), one("page")];
  const column = sortColumns.find((name) => name === sort.replace(/^-/, ""));
  return {
    // Text in the database cannot hold NUL.
    query: (one("q") ?? "").replaceAll("\0", "").trim().slice(0, 100),
    stages: isStageGroup(stage) ? stage : null,
    ships: ships !== undefined && Object.hasOwn(shipWindows, ships) ? (ships as ShipWindow) : null,
    hasOpenRequests: one("requests") === "open",
    sort: column ?? everything.sort,
    isDescending: column ? sort.startsWith("-") : everything.isDescending,
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
    opensExactMatch: one("open") === "1",
  };
}

/** The search as URL parameters, shortest form: what is as usual is left out. */
export function orderSearchParams(search: OrderSearch): [name: string, value: string][] {
  const isUsualSort = search.sort === everything.sort && search.isDescending === everything.isDescending;
  const params: [string, string | false | null][] = [
    ["q", search.query],
    ["stage", search.stages],
    ["requests", search.hasOpenRequests && "open"],
    ["ships", search.ships],
    ["sort", !isUsualSort && `${search.isDescending ? "-" : ""}${search.sort}`],
    ["page", search.page > 1 && String(search.page)],
  ];
  return params.filter((param): param is [string, string] => Boolean(param[1]));
}

/** The address of the list with something changed. Any change but turning the page starts at the first page again. */
export function orderSearchHref(org: string, search: OrderSearch, change: Partial<OrderSearch>): string {
  const query = new URLSearchParams(orderSearchParams({ ...search, page: 1, ...change })).toString();
  return query ? `${routes.orders(org)}?${query}` : routes.orders(org);
}

/** Ascending, then descending, then as usual again. */
export function sortLink(org: string, search: OrderSearch, column: SortColumn) {
  const isMine = search.sort === column;
  const next: Partial<OrderSearch> = !isMine
    ? { sort: column, isDescending: false }
    : search.isDescending
      ? { sort: everything.sort, isDescending: everything.isDescending }
      : { sort: column, isDescending: true };
  const direction = isMine ? (search.isDescending ? "descending" : "ascending") : null;
  return { href: orderSearchHref(org, search, next), direction } as const;
}

/** True when the list is narrowed by anything but the words in the box. */
export function hasFilters({ stages, ships, hasOpenRequests }: OrderSearch): boolean {
  return stages !== null || ships !== null || hasOpenRequests;
}

/** The first and last day of a ship-date window. */
export function shipWindowDays(window: ShipWindow, today: string): { from: string | undefined; to: string } {
  const { from, to } = shipWindows[window];
  return { from: from === null ? undefined : addDays(today, from), to: addDays(today, to) };
}
