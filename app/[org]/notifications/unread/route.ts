import { checkMember } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { failureResponse } from "@/lib/failure-response";
import { getShellNews } from "@/lib/notifications/shell-news";

/** What the bell asks after each move to another page. */
export async function GET(_: Request, { params }: RouteContext<"/[org]/notifications/unread">): Promise<Response> {
  try {
    const { news } = await getShellNews(await checkMember((await params).org));
    return Response.json(news, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    if (error instanceof AppError) return failureResponse(error);
    throw error;
  }
}
