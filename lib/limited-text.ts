import "server-only";
import { AppError } from "@/lib/errors";

/**
 * The body of a request as text, read only as far as `maxBytes`: whoever sends more never gets it into memory. Throws
 * `too_large`, or `invalid` for what is no UTF-8 or stops halfway.
 */
export async function readLimitedText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw new AppError("too_large");
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength;
      if (size > maxBytes) throw new AppError("too_large");
      parts.push(part);
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid", { reason: "malformed_body", cause });
  }
}
