import { readAuditSearch } from "@/lib/audit/audit-search";
import { auditFile } from "@/lib/audit/download";
import { resolveSearch } from "@/lib/audit/queries";
import { checkMember } from "@/lib/auth/gate";
import { todayIn } from "@/lib/dates";
import { AppError, type ErrorCode } from "@/lib/errors";

const statuses: Partial<Record<ErrorCode, number>> = { signed_out: 401, not_allowed: 403, not_found: 404 };

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" };

/** Every entry that passes the page's filters as one file, sent while it is read. */
export async function GET(request: Request, { params }: RouteContext<"/[org]/audit/download">): Promise<Response> {
  try {
    const { db, org } = await checkMember((await params).org, "admin");
    const { format: asked, ...filters } = Object.fromEntries(new URL(request.url).searchParams);
    const format = asked === "json" ? "json" : "csv";
    const filter = await resolveSearch(db, org, readAuditSearch(filters));
    const name = `audit-${org.slug}-${todayIn(org.timeZone)}.${format}`;
    return new Response(await auditFile(db, { org, filter, format }), {
      headers: { "content-type": types[format], "content-disposition": `attachment; filename="${name}"` },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(error.message, {
      status: statuses[error.code] ?? 503,
      headers: { "content-type": "text/plain" },
    });
  }
}
