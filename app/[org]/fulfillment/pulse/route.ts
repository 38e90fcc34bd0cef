import { checkMember } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { failureResponse } from "@/lib/failure-response";
import { getFloorPulse } from "@/lib/fulfillment/queries";

/** For the floor's pages while they are open: a token that differs whenever one of their lists does. */
export async function GET(_request: Request, { params }: RouteContext<"/[org]/fulfillment/pulse">) {
  try {
    const { db, org } = await checkMember((await params).org);
    const { token } = await getFloorPulse(db, org.id);
    return Response.json({ token }, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    if (error instanceof AppError) return failureResponse(error);
    throw error;
  }
}
