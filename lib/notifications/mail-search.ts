import { pageNumber } from "@/lib/page-number";

export const MAILS_PER_PAGE = 50;

export const mailViews = ["all", "waiting", "dead", "suppressed", "bounced", "sent"] as const;
export type MailView = (typeof mailViews)[number];

/** The list of mail as its address says it. */
export type MailSearch = { view: MailView; query: string; page: number };

type Params = Record<string, string | string[] | undefined>;

/** Reads an address; whatever makes no sense counts as not given. */
export function readMailSearch(params: Params): MailSearch {
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  return {
    view: mailViews.find((view) => view === one("view")) ?? "all",
    // Text in the database cannot hold NUL.
    query: one("q").replaceAll("\0", "").trim().slice(0, 100),
    page: pageNumber(params.page),
  };
}

/** The query of an address with something changed; the page starts over unless it is what changes. */
export function mailQuery(search: MailSearch, change: Partial<MailSearch> = {}): Record<string, string> {
  const { view, query, page } = { ...search, page: 1, ...change };
  return { ...(view !== "all" && { view }), ...(query && { q: query }), ...(page > 1 && { page: String(page) }) };
}
