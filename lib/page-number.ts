/** The page of a list in the URL, from 1; anything that isn't one is the first. */
export function pageNumber(param: string | string[] | undefined): number {
  const text = typeof param === "string" ? param : "";
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

/** "51–100 of 1,312". */
export function pageSummary(page: number, size: number, shown: number, total: number): string {
  const start = (page - 1) * size;
  if (shown === 0) return "Past the end of the list";
  return `${(start + 1).toLocaleString("en-US")}–${(start + shown).toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`;
}
