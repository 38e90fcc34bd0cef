import { randomUUID } from "node:crypto";
import { sourceFormatOf } from "../../lib/imports/column-plan.ts";
import { ImportSession } from "../../lib/imports/import-session.ts";
import { CHUNKS_IN_FLIGHT } from "../../lib/imports/upload-rows.ts";
import { apiAs, request } from "../support/api.ts";
import type { Organization } from "../support/organization.ts";
import { timed } from "./timings.ts";

/** Milliseconds of each step of one import. `normalize` is the part of `stage` in which rows are cut and read. */
export type ImportTimes = { open: number; normalize: number; stage: number; preview: number; commit: number };

export type Commit = <T>(work: () => Promise<T>) => Promise<T>;

type Answer = { outcome: string; import_id: string; counts: Record<string, number> };

/**
 * One import as the browser makes it: the app's own reader cuts the file, the rows and commands go through the REST door, and
 * the next chunk is cut while the one before is under way.
 * The commit is handed to `around`, so that something can happen beside it.
 */
export async function runImport(
  org: Organization,
  file: Blob,
  around: Commit = (work) => work(),
): Promise<{ times: ImportTimes; counts: Record<string, number> }> {
  const api = await apiAs(org.admin);
  const call = async (name: string, args: Record<string, unknown>): Promise<Answer> => {
    const { data, error } = await api.rpc(name as never, args as never);
    if (error) throw new Error(`${name}: ${error.message} ${error.details}`);
    return data as Answer;
  };
  const token = (await api.auth.getSession()).data.session?.access_token;
  const stage = async (importId: string, rows: string): Promise<void> => {
    const answer = await request("/rest/v1/rpc/stage_import_rows", {
      method: "POST",
      body: `{"p_import_id":"${importId}","p_rows":${rows}}`,
      token,
    });
    if (!answer.ok) throw new Error(`stage_import_rows: ${await answer.text()}`);
  };
  const read = await timed(() => ImportSession.open(file, null, async () => undefined));
  const { session, opened } = read.result;
  const { fields } = opened.proposal;
  const { formats } = opened.examination;
  const { import_id } = await call("begin_import", {
    p_org: org.id,
    p_file_name: "bench.csv",
    p_file_bytes: opened.bytes,
    p_file_hash: opened.sha256,
    p_format: sourceFormatOf(opened, fields, opened.examination),
    p_row_count: opened.rowCount,
    p_idempotency_key: randomUUID(),
  });

  const times: ImportTimes = { open: read.ms, normalize: 0, stage: 0, preview: 0, commit: 0 };
  const chunks = session.stage({ fields, formats });
  const staged = await timed(async () => {
    const underWay = new Set<Promise<void>>();
    for (;;) {
      const began = performance.now();
      const { value: chunk } = chunks.next();
      times.normalize += performance.now() - began;
      if (!chunk) break;
      const sending = stage(import_id, chunk.body).then(() => {
        underWay.delete(sending);
      });
      underWay.add(sending);
      if (underWay.size >= CHUNKS_IN_FLIGHT) await Promise.race(underWay);
    }
    await Promise.all(underWay);
  });
  times.stage = staged.ms;
  const seen = await timed(() => call("preview_import", { p_import_id: import_id }));
  times.preview = seen.ms;
  const done = await around(() =>
    timed(() => call("commit_import", { p_import_id: import_id, p_idempotency_key: randomUUID() })),
  );
  times.commit = done.ms;
  if (done.result.outcome !== "committed")
    throw new Error(`Not committed: ${JSON.stringify(done.result).slice(0, 2000)}`);
  return { times, counts: seen.result.counts };
}
