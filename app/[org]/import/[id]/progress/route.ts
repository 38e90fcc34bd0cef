import { checkMember } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { failureResponse } from "@/lib/failure-response";
import type { StopOutcome } from "@/lib/imports/import-outcome";
import { getImportProgress } from "@/lib/imports/queries";
import { isSameOrigin } from "@/lib/same-origin";
import { rpc } from "@/lib/supabase/rpc";

type Context = RouteContext<"/[org]/import/[id]/progress">;

const headers = { "cache-control": "private, no-store" };

/** How far a comparison, a commit or an undo is, whoever started it. */
export async function GET(_request: Request, { params }: Context) {
  return answer(async () => {
    const { org, id } = await params;
    const { db } = await checkMember(org, "admin");
    return getImportProgress(db, id);
  });
}

/** Asks what runs to stop at its next step; nothing of it stays. */
export async function DELETE(request: Request, { params }: Context) {
  return answer(async () => {
    if (!isSameOrigin(request)) throw new AppError("not_allowed");
    const { org, id } = await params;
    const { db } = await checkMember(org, "admin");
    const outcome: StopOutcome = await rpc(db, "stop_import", { p_import_id: id });
    return outcome;
  });
}

async function answer(work: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await work(), { headers });
  } catch (error) {
    if (error instanceof AppError) return failureResponse(error);
    throw error;
  }
}
