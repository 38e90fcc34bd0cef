import "server-only";
import { AppError } from "@/lib/errors";

/**
 * The JSON body of a request, read only as far as `maxBytes`: whoever sends more never gets it into memory. Throws
 * `too_large` or `invalid`.
 */
export async function readLimitedJson(request: Request, maxBytes: number): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw new AppError("too_large");
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength;
      if (size > maxBytes) throw new AppError("too_large");
      parts.push(part);
    }
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts))) as unknown;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // Malformed, or the page stopped sending halfway.
    throw new AppError("invalid", { reason: "malformed_json", cause });
  }
}
