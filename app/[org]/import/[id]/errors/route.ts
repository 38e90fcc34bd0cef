import { checkMember } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { downloadHeaders } from "@/lib/exports/download";
import { errorFile } from "@/lib/exports/error-file";
import { failureResponse } from "@/lib/failure-response";
import { readNotedRows } from "@/lib/imports/import-rows";
import { getImport } from "@/lib/imports/queries";

/** The file of an open import with a last column that says what is wrong, to correct and upload again. */
export async function GET(_request: Request, { params }: RouteContext<"/[org]/import/[id]/errors">) {
  try {
    const { org: slug, id } = await params;
    const { db, org } = await checkMember(slug, "admin");
    const run = await getImport(db, org.id, id);
    if (run?.status !== "staging" && run?.status !== "previewed") throw new AppError("not_found");
    const { contentType, body } = errorFile(run.format, readNotedRows(db, org.id, run.id));
    return new Response(body, { headers: downloadHeaders(`import-${run.number}-errors.csv`, contentType) });
  } catch (error) {
    if (error instanceof AppError) return failureResponse(error);
    throw error;
  }
}
