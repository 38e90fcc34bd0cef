import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { readLimitedText } from "@/lib/limited-text";
import { recordEvent } from "@/lib/notifications/record-event";
import { readResendEvent } from "@/lib/notifications/resend-event";

/** An event names one mail; its subject and recipient are the longest of it. */
const MAX_BYTES = 64 * 1024;

/**
 * Where Resend reports what became of a mail. Believes what is signed with the webhook's secret and not older than five
 * minutes, each event once. Anything but a 2xx makes Resend try again, so a database that is down loses no report.
 */
export async function POST(request: Request): Promise<Response> {
  const secret = env().RESEND_WEBHOOK_SECRET;
  if (!secret) return answer(404, "There is no webhook here.");
  let event: ReturnType<typeof readResendEvent>;
  try {
    event = readResendEvent(await readLimitedText(request, MAX_BYTES), request.headers, secret);
  } catch (error) {
    if (error instanceof AppError && error.code === "too_large") return answer(413, "That is no event.");
    // Which part of the signature was wrong is nobody's business.
    return answer(401, "The signature is not right.");
  }
  if (!event) return answer(200, "ignored");
  try {
    return answer(200, await recordEvent(event));
  } catch (error) {
    if (error instanceof AppError && error.code !== "invalid") return answer(503, "Try again later.");
    if (error instanceof AppError) return answer(200, "ignored");
    throw error;
  }
}

function answer(status: number, outcome: string): Response {
  return Response.json({ outcome }, { status, headers: { "cache-control": "no-store" } });
}
