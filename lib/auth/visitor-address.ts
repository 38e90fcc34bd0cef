/**
 * Where a request comes from: the last address of `x-forwarded-for`, which the proxy next to us wrote. What stands before it
 * was said by the visitor. Null when nobody says; limits of the account then count alone.
 */
export function visitorAddress(headers: Pick<Headers, "get">): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last && last.length <= 100 ? last : null;
}
