import { checkMember } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { downloadHeaders, exportDownload, exportFileName } from "@/lib/exports/download";
import { getExport, readExportLines } from "@/lib/exports/queries";
import { exportNumberFrom } from "@/lib/exports/schema";
import { failureResponse } from "@/lib/failure-response";

/** One file of an export; `?source=2` is the second one. The lines are frozen, so it is the same file every time. */
export async function GET(request: Request, { params }: RouteContext<"/[org]/export/[number]/download">) {
  try {
    const { org: slug, number } = await params;
    const { db, org } = await checkMember(slug, "admin");
    const found = exportNumberFrom(number);
    const exported = found === null ? null : await getExport(db, org.id, found);
    const position = exportNumberFrom(new URL(request.url).searchParams.get("source") ?? "1");
    const source = exported?.sources[(position ?? 0) - 1];
    if (!exported || !position || !source) throw new AppError("not_found");
    const lines = readExportLines(db, org.id, exported.id, source.sourceId);
    const { encoding, body } = await exportDownload(source.format, lines);
    const fileName = exportFileName(exported, exported.sources.length > 1 ? { ...source, position } : undefined);
    return new Response(body, { headers: downloadHeaders(fileName, encoding) });
  } catch (error) {
    if (error instanceof AppError) return failureResponse(error);
    throw error;
  }
}
