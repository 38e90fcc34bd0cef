/**
 * The Web Worker that reads an import file, so that the page stays free while 50 MB are cut into rows.
 * Replies follow `import-protocol.ts`; the page pulls each chunk after the one before was accepted by the server.
 */
import type { ImportPhase, ImportReply, ImportRequest } from "./import-protocol";
import { ImportSession } from "./import-session";
import type { StagedChunk } from "./normalize-rows";
import { FileRefused } from "./problems";

const PROGRESS_INTERVAL_MS = 100;

class Cancelled extends Error {}

let session: ImportSession | null = null;
let chunks: Generator<StagedChunk, void, undefined> | null = null;
let isCancelled = false;
let reportedAt = 0;

self.addEventListener("message", async ({ data: request }: MessageEvent<ImportRequest>) => {
  if (request.type === "cancel") {
    isCancelled = true;
    return;
  }
  isCancelled = false;
  try {
    reply(await answer(request));
  } catch (error) {
    reply(explain(error));
  }
});

async function answer(request: Exclude<ImportRequest, { type: "cancel" }>): Promise<ImportReply> {
  if (request.type === "open") {
    const { files, earlier, choices } = request;
    const { session: opened, opened: file } = await ImportSession.open(files, earlier, checkpoint, choices);
    session = opened;
    return { type: "opened", file };
  }
  if (!session) throw new Error(`"${request.type}" was asked before a file was opened`);
  if (request.type === "examine") return { type: "examined", examination: await session.examine(request.fields) };
  if (request.type === "normalize") {
    chunks = session.stage(request.reading);
    return { type: "ready" };
  }
  const next = chunks?.next();
  if (!next) throw new Error('"next" was asked before "normalize"');
  if (next.done) return { type: "finished" };
  const { rows, body, done } = next.value;
  return { type: "chunk", chunk: { body, rowCount: rows.length, done } };
}

/** Lets a waiting `cancel` message in; a few times a second is often enough and costs nothing. */
async function checkpoint(phase: ImportPhase, done: number): Promise<void> {
  const now = Date.now();
  if (now - reportedAt < PROGRESS_INTERVAL_MS && done < 1) return;
  reportedAt = now;
  reply({ type: "progress", phase, done });
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (isCancelled) throw new Cancelled();
}

function explain(error: unknown): ImportReply {
  if (error instanceof Cancelled) return { type: "cancelled" };
  if (error instanceof FileRefused) return { type: "refused", problem: error.problem };
  return { type: "failed", message: error instanceof Error ? error.message : String(error) };
}

function reply(message: ImportReply): void {
  self.postMessage(message);
}
