import type { ActionFailure } from "@/lib/result";
import type { StagedChunk } from "./normalize-rows";

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
  chunks: AsyncIterable<StagedChunk>;
  /** Chunks of an earlier attempt that were accepted; they are cut again but not sent. */
  skip: number;
  signal: AbortSignal;
  onAccepted: (done: number, rows: number) => void;
};

/** Waits between attempts; a server that restarts is back within them. */
const PAUSES_MS = [500, 1_500, 4_000];
const ATTEMPT_TIMEOUT_MS = 60_000;

/** Sends the chunks one after the other, each as often as it takes: staging is idempotent. Throws `UploadStopped`. */
export async function uploadRows({ url, chunks, skip, signal, onAccepted }: Upload): Promise<void> {
  let index = 0;
  for await (const { rows, done } of chunks) {
    signal.throwIfAborted();
    if (index >= skip) await sendWithRetries(url, JSON.stringify(rows), signal);
    onAccepted(done, rows.length);
    index += 1;
  }
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
