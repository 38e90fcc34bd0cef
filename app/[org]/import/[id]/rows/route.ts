import { checkMember } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { failureResponse } from "@/lib/failure-response";
import { MAX_CHUNK_BYTES } from "@/lib/imports/limits";
import { stagedRowsSchema } from "@/lib/imports/schema";
import { stageRefusal } from "@/lib/imports/stage-refusal";
import { readLimitedJson } from "@/lib/limited-json";
import { isSameOrigin } from "@/lib/same-origin";
import { rpc } from "@/lib/supabase/rpc";

/**
 * Takes one chunk of a file's rows. A chunk that is sent twice changes nothing, so the page repeats whatever got no answer.
 */
export async function POST(request: Request, { params }: RouteContext<"/[org]/import/[id]/rows">) {
  try {
    if (!isSameOrigin(request)) throw new AppError("not_allowed");
    const { org, id } = await params;
    const { db } = await checkMember(org, "admin");
    const rows = stagedRowsSchema.safeParse(await readLimitedJson(request, MAX_CHUNK_BYTES));
    if (!rows.success) throw new AppError("invalid", { reason: "invalid_rows", cause: rows.error });
    await rpc(db, "stage_import_rows", { p_import_id: id, p_rows: rows.data });
    return Response.json({ ok: true }, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    if (error instanceof AppError) return failureResponse(error, stageRefusal(error));
    throw error;
  }
}
