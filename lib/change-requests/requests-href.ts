import { everyRequest, type RequestSearch, requestQuery } from "@/lib/change-requests/request-filter";
import { routes } from "@/lib/routes";

/** The address of the list with these filters; what is not said narrows nothing. */
export function requestsHref(org: string, search: Partial<RequestSearch>): string {
  return `${routes.requests(org)}?${new URLSearchParams(requestQuery({ ...everyRequest, ...search }))}`;
}
