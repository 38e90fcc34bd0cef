import { checkMember } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { downloadHeaders } from "@/lib/exports/download";
import { exportFile } from "@/lib/exports/export-file";
import { getExport, readExportLines } from "@/lib/exports/queries";
import { exportFormatFrom, exportNumberFrom } from "@/lib/exports/schema";
import { failureResponse } from "@/lib/failure-response";

/** One file of an export; `?source=2` is the second one. The lines are frozen, so it is the same file every time. */
export async function GET(request: Request, { params }: RouteContext<"/[org]/export/[number]/download">) {
  try {
    const { org: slug, number } = await params;
    const { db, org } = await checkMember(slug, "admin");
    const query = new URL(request.url).searchParams;
    const found = exportNumberFrom(number);
    const format = exportFormatFrom(query.get("format"));
    const exported = found === null ? null : await getExport(db, org.id, found);
    if (!exported || !format) throw new AppError("not_found");
    const { fileName, contentType, body } = exportFile(exported, format, query.get("source"), (source) =>
      readExportLines(db, org.id, exported.id, source.sourceId),
    );
    return new Response(body, { headers: downloadHeaders(fileName, contentType) });
  } catch (error) {
    if (error instanceof AppError) return failureResponse(error, error.hint ?? undefined);
    throw error;
  }
}
