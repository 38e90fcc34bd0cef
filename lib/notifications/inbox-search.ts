import { templates } from "@/lib/notifications/notification-kinds";
import type { Template } from "@/lib/notifications/template";
import { pageNumber } from "@/lib/page-number";

export const ITEMS_PER_PAGE = 30;

/** What one was told, as the address of the list says it. */
export type InboxSearch = { isUnreadOnly: boolean; template: Template | null; page: number };

type Params = Record<string, string | string[] | undefined>;

/** Reads an address; whatever makes no sense counts as not given. */
export function readInboxSearch(params: Params): InboxSearch {
  return {
    isUnreadOnly: params.view === "unread",
    template: templates.find((template) => template === params.kind) ?? null,
    page: pageNumber(params.page),
  };
}

/** The query of an address with something changed; the page starts over unless it is what changes. */
export function inboxQuery(search: InboxSearch, change: Partial<InboxSearch> = {}): Record<string, string> {
  const { isUnreadOnly, template, page } = { ...search, page: 1, ...change };
  return {
    ...(isUnreadOnly && { view: "unread" }),
    ...(template && { kind: template }),
    ...(page > 1 && { page: String(page) }),
  };
}
