import "server-only";

/** For failures that nobody is waiting for an answer about (mail after the response): the only place that writes to the log. */
export function logError(what: string, error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the hosting platform collects what is written here
  console.error(`${what}:`, error);
}
