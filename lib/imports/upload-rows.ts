import type { ActionFailure } from "@/lib/result";
import type { UploadChunk } from "./import-protocol";

/** The upload ended before the last row. What was accepted is kept: the same rows can be sent again. */
export class UploadStopped extends Error {
  readonly isRetryable: boolean;

  constructor(message: string, isRetryable: boolean) {
    super(message);
    this.name = "UploadStopped";
    this.isRetryable = isRetryable;
  }
}

type Upload = {
  url: string;
  chunks: AsyncIterable<UploadChunk>;
  /** Chunks of an earlier attempt that were accepted, by their place; they are cut again but not sent. */
  accepted: Set<number>;
  signal: AbortSignal;
  onAccepted: (done: number, rows: number) => void;
};

/** Waits between attempts; a server that restarts is back within them. */
const PAUSES_MS = [500, 1_500, 4_000];
const ATTEMPT_TIMEOUT_MS = 60_000;

/** While the server keeps one chunk, the next one is cut and under way. More at a time would only wait there. */
export const CHUNKS_IN_FLIGHT = 2;

/** Sends the chunks, each as often as it takes: staging is idempotent and knows no order. Throws `UploadStopped`. */
export async function uploadRows({ url, chunks, accepted, signal, onAccepted }: Upload): Promise<void> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const underWay = new Set<Promise<void>>();
  let failure: unknown;
  let index = 0;
  for await (const { body, rowCount, done } of chunks) {
    signal.throwIfAborted();
    if (failure) break;
    const place = index++;
    const sending = (accepted.has(place) ? Promise.resolve() : sendWithRetries(url, body, either))
      .then(() => {
        accepted.add(place);
        onAccepted(done, rowCount);
      })
      .catch((error: unknown) => {
        failure ??= error;
        stop.abort();
      })
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
    if (underWay.size >= CHUNKS_IN_FLIGHT) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  if (failure) throw failure;
}

async function sendWithRetries(url: string, body: string, signal: AbortSignal): Promise<void> {
  for (const pause of [...PAUSES_MS, null]) {
    const stopped = await send(url, body, signal);
    if (!stopped) return;
    if (!stopped.isRetryable || pause === null) throw stopped;
    await wait(pause, signal);
  }
}

async function send(url: string, body: string, signal: AbortSignal): Promise<UploadStopped | null> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]),
    });
  } catch {
    signal.throwIfAborted();
    return new UploadStopped(
      "The connection was lost. The rows sent so far are kept; try again to send the rest.",
      true,
    );
  }
  if (response.ok) return null;
  const failure = await readFailure(response);
  const isRetryable = response.status >= 500 || response.status === 429;
  return new UploadStopped(
    failure?.message ?? "The server did not accept the rows. What was sent so far is kept; try again.",
    isRetryable,
  );
}

async function readFailure(response: Response): Promise<ActionFailure | null> {
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return isJson ? ((await response.json().catch(() => null)) as ActionFailure | null) : null;
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
