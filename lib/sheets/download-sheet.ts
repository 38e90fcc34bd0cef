import "server-only";
import type { IncomingMessage } from "node:http";
import { env } from "@/lib/env";
import { MAX_FILE_BYTES } from "@/lib/imports/limits";
import { AddressRefused, guardedGet } from "./guarded-get";
import type { SheetRef } from "./sheet-link";
import { SheetProblem, type SheetProblemCode } from "./sheet-problem";

export type DownloadedSheet = { name: string; content: Blob };

const TIME_LIMIT_MS = 45_000;
const MAX_REDIRECTS = 5;

/** A tab as CSV, by an address made of its ids alone. Throws `SheetProblem`. */
export async function downloadSheet({ spreadsheetId, gid }: SheetRef): Promise<DownloadedSheet> {
  const base = new URL(env().GOOGLE_SHEETS_BASE_URL ?? "https://docs.google.com");
  const start = new URL(`/spreadsheets/d/${encodeURIComponent(spreadsheetId)}/export`, base);
  start.search = new URLSearchParams({ format: "csv", gid }).toString();
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  try {
    const response = await follow(start, base, signal);
    return { name: nameOf(response) ?? "Google Sheet.csv", content: await bodyOf(response) };
  } catch (error) {
    if (error instanceof SheetProblem) throw error;
    if (signal.aborted) throw new SheetProblem("too_slow", error);
    throw new SheetProblem(error instanceof AddressRefused ? "led_elsewhere" : "unreachable", error);
  }
}

/** Google sends on to a host of its own for the contents; anywhere else is not gone to. */
async function follow(start: URL, base: URL, signal: AbortSignal): Promise<IncomingMessage> {
  let url = start;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    // The stand-in of tests stands in for every host, on its own address alone.
    const isLocal = base.protocol === "http:" && url.origin === base.origin;
    if (!isLocal && !isGoogleContent(url)) {
      throw new SheetProblem(isSignIn(url) ? "private" : "led_elsewhere");
    }
    const response = await guardedGet(url, { signal, isLocal });
    const { statusCode = 0, headers } = response;
    if (statusCode < 300 || statusCode > 399) {
      checkAnswer(response);
      return response;
    }
    response.destroy();
    const location = headers.location;
    if (!location || !URL.canParse(location, url)) throw new SheetProblem("strange_answer");
    url = new URL(location, url);
  }
  throw new SheetProblem("strange_answer");
}

function isGoogleContent({ protocol, hostname, port, username }: URL): boolean {
  const isHost = hostname === "docs.google.com" || hostname.endsWith(".googleusercontent.com");
  return isHost && protocol === "https:" && port === "" && username === "";
}

const isSignIn = ({ hostname, pathname }: URL) => hostname === "accounts.google.com" || /ServiceLogin/i.test(pathname);

function checkAnswer(response: IncomingMessage): void {
  const problem = problemOf(response);
  if (problem === null) return;
  response.destroy();
  throw new SheetProblem(problem);
}

function problemOf({ statusCode = 0, headers }: IncomingMessage): SheetProblemCode | null {
  if (statusCode === 401 || statusCode === 403) return "private";
  if (statusCode === 404 || statusCode === 410) return "not_found";
  if (statusCode === 400) return "no_such_tab";
  if (statusCode === 413) return "too_large";
  if (statusCode === 429 || statusCode >= 500) return "busy";
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  // A page instead of a table is the sign-in, or the door of a company's own sign-in.
  if (statusCode === 200 && type === "text/html") return "private";
  const isTable =
    statusCode === 200 && type === "text/csv" && (headers["content-encoding"] ?? "identity") === "identity";
  if (!isTable) return "strange_answer";
  return Number(headers["content-length"] ?? 0) > MAX_FILE_BYTES ? "too_large" : null;
}

/** Read no further than the limit, whatever the length was said to be. */
async function bodyOf(response: IncomingMessage): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let isBlank = true;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > MAX_FILE_BYTES) {
      response.destroy();
      throw new SheetProblem("too_large");
    }
    isBlank &&= part.every((byte) => byte <= 32 || byte === 44);
    parts.push(new Uint8Array(part));
  }
  if (!response.complete) throw new SheetProblem("unreachable");
  if (isBlank) throw new SheetProblem("empty");
  return new Blob(parts, { type: "text/csv" });
}

/** "Open orders - Sheet1.csv", as Google names the download. */
function nameOf({ headers }: IncomingMessage): string | null {
  const disposition = headers["content-disposition"] ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  const name = (decoded(encoded) ?? plain ?? "").replace(/[\p{C}/\\]/gu, "").trim();
  return name ? name.slice(0, 255) : null;
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
