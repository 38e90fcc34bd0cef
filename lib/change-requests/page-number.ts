export const REQUESTS_PER_PAGE = 50;

/** The page of a list in the URL, from 1; anything that isn't one is the first. */
export function pageNumber(param: string | string[] | undefined): number {
  const text = typeof param === "string" ? param : "";
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}
