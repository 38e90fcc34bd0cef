import { checkMember } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { failureResponse } from "@/lib/failure-response";
import { readLimitedJson } from "@/lib/limited-json";
import { failure } from "@/lib/result";
import { isSameOrigin } from "@/lib/same-origin";
import { downloadSheet } from "@/lib/sheets/download-sheet";
import { readSheetSchema } from "@/lib/sheets/schema";
import { SheetProblem } from "@/lib/sheets/sheet-problem";
import { rpc } from "@/lib/supabase/rpc";

export const maxDuration = 60;

const headers = { "cache-control": "private, no-store" };

/** Reads a Google Sheet for the page, which then treats it like a file that was chosen. Nothing is kept. */
export async function POST(request: Request, { params }: RouteContext<"/[org]/import/sheet">) {
  try {
    if (!isSameOrigin(request)) throw new AppError("not_allowed");
    const { db, org } = await checkMember((await params).org, "admin");
    const parsed = readSheetSchema.safeParse(await readLimitedJson(request, 10_000));
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message;
      return Response.json(failure("invalid", { message }), { status: 422, headers });
    }
    const taken: { outcome: string } = await rpc(db, "take_sheet_reading", { p_org: org.id });
    if (taken.outcome === "limited") throw new AppError("rate_limited");
    const { name, content } = await downloadSheet(parsed.data.link);
    return new Response(content, {
      headers: { ...headers, "content-type": "text/csv", "x-file-name": encodeURIComponent(name) },
    });
  } catch (error) {
    if (error instanceof SheetProblem) {
      return Response.json(failure("invalid", { message: error.message }), { status: 422, headers });
    }
    if (error instanceof AppError) return failureResponse(error);
    throw error;
  }
}
