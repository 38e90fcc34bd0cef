const BASE = "https://here.invalid";

/**
 * The path to go to after signing in, or "/" when the given one could leave this site: other hosts in all their spellings
 * (`//host`, `/\host`, `/%2f/host`, a control character the browser drops), sign-in itself, or anything absurdly long.
 */
export function safeNextPath(next: unknown): string {
  if (typeof next !== "string" || next.length > 2_000 || !isPlainPath(next)) return "/";
  const decoded = decode(next);
  if (decoded === null || !isPlainPath(decoded)) return "/";
  const url = new URL(next, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//") || /^\/sign-in(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

function isPlainPath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being refused
  return /^\/(?![/\\])[^\\\u0000-\u001f\u007f-\u009f]*$/.test(path);
}

/** Decoded until nothing changes (twice-encoded slashes), or null when it isn't decodable. */
function decode(path: string): string | null {
  let text = path;
  for (let round = 0; round < 5; round += 1) {
    let next: string;
    try {
      next = decodeURIComponent(text);
    } catch {
      return round === 0 ? null : text;
    }
    if (next === text) return text;
    text = next;
  }
  return null;
}
