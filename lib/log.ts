import "server-only";
import { redact } from "@/lib/redact";

type Facts = Record<string, string | number | boolean | null | undefined>;

/** A stack is for finding the line, not for reading a novel. */
const MAX_TEXT = 4_000;
const MAX_CAUSES = 3;

/**
 * For failures that nobody is waiting for an answer about, and for bugs: one line of JSON per failure, as log collectors
 * read it. The only place that writes to the log; what it writes is redacted.
 */
export function logError(what: string, error: unknown, facts: Facts = {}): void {
  const entry = { at: new Date().toISOString(), level: "error", what, ...facts, error: describeError(error) };
  // biome-ignore lint/suspicious/noConsole: the hosting platform collects what is written here
  console.error(redact(JSON.stringify(entry)));
}

type Described = { name: string; message: string; code?: string; digest?: string; stack?: string; cause?: Described };

function describeError(error: unknown, depth = 0): Described {
  if (typeof error !== "object" || error === null) return { name: typeof error, message: bounded(String(error)) };
  const { name, message, code, digest, stack, cause } = error as Record<string, unknown>;
  return {
    name: typeof name === "string" ? name : "Error",
    message: bounded(typeof message === "string" ? message : "no message"),
    ...(typeof code === "string" && { code }),
    ...(typeof digest === "string" && { digest }),
    ...(typeof stack === "string" && { stack: bounded(stack) }),
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: describeError(cause, depth + 1) }),
  };
}

function bounded(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
