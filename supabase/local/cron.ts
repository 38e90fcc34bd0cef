import type { Connections } from "./stack.ts";

const everyMs = 15_000;

/** Calls the app's scheduled routes as the hosting platform's scheduler would; returns what stops it. */
export function startCron({ url, cronSecret }: Connections): () => void {
  const timer = setInterval(async () => {
    try {
      await fetch(`${url}/api/cron`, {
        headers: { authorization: `Bearer ${cronSecret}` },
        signal: AbortSignal.timeout(everyMs),
      });
    } catch {
      // The server is busy or stopping; the next round comes soon.
    }
  }, everyMs);
  return () => clearInterval(timer);
}
