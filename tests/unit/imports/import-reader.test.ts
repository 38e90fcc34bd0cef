import { beforeAll, expect, test, vi } from "vitest";
import type { ImportRequest } from "@/lib/imports/import-protocol";
import { ImportReader } from "@/lib/imports/import-reader";
import { FileRefused } from "@/lib/imports/problems";

/** The real worker module and the real reader, joined without a thread between them. */
class SameThreadWorker extends EventTarget {
  static receive: (event: { data: ImportRequest }) => void = () => {};
  static current: SameThreadWorker;
  isTerminated = false;

  constructor() {
    super();
    SameThreadWorker.current = this;
  }

  postMessage(data: ImportRequest): void {
    setTimeout(() => SameThreadWorker.receive({ data }), 0);
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

beforeAll(async () => {
  vi.stubGlobal("self", {
    addEventListener: (_: string, listener: typeof SameThreadWorker.receive) => {
      SameThreadWorker.receive = listener;
    },
    postMessage: (data: unknown) =>
      SameThreadWorker.current.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) })),
  });
  await import("@/lib/imports/import-worker");
});

const newReader = (phases: string[] = []) =>
  new ImportReader(
    (phase, done) => phases.push(`${phase} ${done}`),
    () => new SameThreadWorker() as unknown as Worker,
  );
const file = new Blob([`Order,SKU,Qty,Memo\n${"1,A,2,x\n".repeat(5_001)}`]);

test("opens, examines and hands out chunks one at a time", async () => {
  const phases: string[] = [];
  const reader = newReader(phases);
  const opened = await reader.open([file]);
  expect(opened.rowCount).toBe(5_001);
  expect(phases).toContain("checking 1");
  const { formats } = await reader.examine(opened.proposal.fields);
  const sizes: number[] = [];
  for await (const chunk of reader.chunks({ fields: opened.proposal.fields, formats })) sizes.push(chunk.rowCount);
  expect(sizes).toEqual([5_000, 1]);
});

test("a refusal arrives with its code and sentence, and another file can be opened after it", async () => {
  const reader = newReader();
  const refused = await reader.open([new Blob(['a,b\n1,"2\n'])]).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(FileRefused);
  expect((refused as FileRefused).problem).toMatchObject({ code: "quote_unclosed", facts: { line: 2 } });
  expect((await reader.open([file])).rowCount).toBe(5_001);
});

test("cancelling ends the work under way and nothing else", async () => {
  const reader = newReader();
  const opening = reader.open([file]);
  reader.cancel();
  await expect(opening).rejects.toMatchObject({ name: "AbortError" });
  expect((await reader.open([file])).rowCount).toBe(5_001);
});

test("closing ends the worker and whatever waits for it", async () => {
  const reader = newReader();
  const opening = reader.open([file]);
  const worker = SameThreadWorker.current;
  reader.close();
  await expect(opening).rejects.toMatchObject({ name: "AbortError" });
  expect(worker.isTerminated).toBe(true);
});
