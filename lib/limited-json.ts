import "server-only";
import { AppError } from "@/lib/errors";
import { readLimitedText } from "@/lib/limited-text";

/** The JSON body of a request, read only as far as `maxBytes`. Throws `too_large` or `invalid`. */
export async function readLimitedJson(request: Request, maxBytes: number): Promise<unknown> {
  try {
    return JSON.parse(await readLimitedText(request, maxBytes)) as unknown;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "too_large") throw cause;
    // Malformed, or the page stopped sending halfway.
    throw new AppError("invalid", { reason: "malformed_json", cause });
  }
}
