import type { Examination } from "./examine";
import type { FieldColumns } from "./fields";
import type { ImportPhase, ImportReply, ImportRequest, OpenedFile, UploadChunk } from "./import-protocol";
import type { Reading } from "./normalize-rows";
import { FileRefused } from "./problems";
import type { ReadingChoices } from "./reading-choices";
import type { SourceFormat } from "./source-format";

export type ProgressListener = (phase: ImportPhase, done: number) => void;

type Answer = Exclude<ImportReply, { type: "progress" | "refused" | "cancelled" | "failed" }>;

/**
 * The page's side of the import worker: opens one file and answers questions about it. Every method throws `FileRefused`
 * when the file can't be used. Call `close()` when the page is left: it ends the worker and frees the file's text.
 */
export class ImportReader {
  readonly #worker: Worker;
  readonly #onProgress: ProgressListener;
  #pending: { resolve: (reply: Answer) => void; reject: (error: Error) => void } | null = null;

  /** `createWorker` must contain the literal `new Worker(new URL(…))`, or the bundler doesn't see the worker's file. */
  constructor(
    onProgress: ProgressListener = () => {},
    createWorker: () => Worker = () => new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" }),
  ) {
    this.#onProgress = onProgress;
    this.#worker = createWorker();
    this.#worker.addEventListener("message", (event: MessageEvent<ImportReply>) => this.#receive(event.data));
    this.#worker.addEventListener("error", (event) =>
      this.#fail(new Error(event.message || "The import worker stopped.")),
    );
  }

  /**
   * Reads and checks one file, or two that belong together. `earlier` is how sources were read before, `choices` what a person
   * said about this one.
   */
  async open(files: Blob[], earlier: readonly SourceFormat[] = [], choices: ReadingChoices = {}): Promise<OpenedFile> {
    const reply = await this.#ask({ type: "open", files, earlier, choices });
    return reply.type === "opened" ? reply.file : unexpected(reply);
  }

  async examine(fields: FieldColumns): Promise<Examination> {
    const reply = await this.#ask({ type: "examine", fields });
    return reply.type === "examined" ? reply.examination : unexpected(reply);
  }

  /** The rows, chunk by chunk. The next chunk is made only when the loop comes round, so a slow server slows the worker. */
  async *chunks(reading: Reading): AsyncGenerator<UploadChunk, void, undefined> {
    await this.#ask({ type: "normalize", reading });
    for (;;) {
      const reply = await this.#ask({ type: "next" });
      if (reply.type === "finished") return;
      yield reply.type === "chunk" ? reply.chunk : unexpected(reply);
    }
  }

  /** Stops the work under way; its promise rejects with an `AbortError`. The file stays open. */
  cancel(): void {
    this.#worker.postMessage({ type: "cancel" } satisfies ImportRequest);
  }

  close(): void {
    this.#worker.terminate();
    this.#fail(new DOMException("The file was closed.", "AbortError"));
  }

  #ask(request: ImportRequest): Promise<Answer> {
    if (this.#pending) throw new Error("The import worker answers one question at a time.");
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      this.#worker.postMessage(request);
    });
  }

  #receive(reply: ImportReply): void {
    if (reply.type === "progress") this.#onProgress(reply.phase, reply.done);
    else if (reply.type === "refused") this.#fail(new FileRefused(reply.problem));
    else if (reply.type === "cancelled") this.#fail(new DOMException("The import was cancelled.", "AbortError"));
    else if (reply.type === "failed") this.#fail(new Error(reply.message));
    else {
      const pending = this.#pending;
      this.#pending = null;
      pending?.resolve(reply);
    }
  }

  #fail(error: Error): void {
    const pending = this.#pending;
    this.#pending = null;
    pending?.reject(error);
  }
}

function unexpected(reply: Answer): never {
  throw new Error(`The import worker answered "${reply.type}".`);
}
