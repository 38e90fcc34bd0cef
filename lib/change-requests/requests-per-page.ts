/** Requests on one page of the queue and of the list. */
export const REQUESTS_PER_PAGE = 50;
