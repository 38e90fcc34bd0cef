import "server-only";

const LIMIT_MS = 20_000;

/**
 * fetch that gives up: a database that doesn't answer becomes "unavailable" instead of a page that never loads.
 * A caller that brings its own signal (a long import step) decides for itself.
 */
export const timedFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, cache: "no-store", signal: init?.signal ?? AbortSignal.timeout(LIMIT_MS) });
