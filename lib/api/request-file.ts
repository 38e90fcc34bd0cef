import "server-only";
import { MAX_FILE_BYTES } from "@/lib/imports/limits";
import { ApiProblem } from "./problem";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What a file may be called, and how its name ends when nobody says. */
const CONTENT_TYPES: Record<string, "csv" | "xlsx" | "tsv"> = {
  "text/csv": "csv",
  "application/csv": "csv",
  "text/plain": "csv",
  "text/tab-separated-values": "tsv",
  "application/octet-stream": "csv",
  [XLSX]: "xlsx",
};

/**
 * The file in a request's body, read no further than the limit: whoever sends more never gets it into memory. Its contents
 * are recognized later, whatever it is called.
 */
export async function requestFile(request: Request, fileName?: string): Promise<{ name: string; content: Blob }> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const ending = Object.hasOwn(CONTENT_TYPES, type) ? CONTENT_TYPES[type] : undefined;
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (!ending || encoding !== "identity") {
    throw new ApiProblem(
      415,
      "unsupported_content",
      "Send the file itself as the body, uncompressed, with “Content-Type: text/csv” or the type of a workbook (curl: --data-binary @orders.csv).",
      { facts: { content_types: Object.keys(CONTENT_TYPES) } },
    );
  }
  if (Number(request.headers.get("content-length") ?? 0) > MAX_FILE_BYTES) throw tooLarge();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength;
      if (size > MAX_FILE_BYTES) throw tooLarge();
      parts.push(new Uint8Array(part));
    }
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    throw new ApiProblem(400, "body_incomplete", "The file ended before it was complete. Send it again.");
  }
  if (size === 0) throw new ApiProblem(400, "body_empty", "Send the file as the body of the request.");
  return { name: safeName(fileName) ?? `api-import.${ending}`, content: new Blob(parts) };
}

function tooLarge(): ApiProblem {
  return new ApiProblem(413, "file_too_large", "A file has at most 50 MB. Export only open orders, or split it.", {
    facts: { max_bytes: MAX_FILE_BYTES },
  });
}

/** The last part of a path, on one line. */
function safeName(name: string | undefined): string | null {
  const last = (name ?? "").replace(/\p{C}/gu, "").split(/[/\\]/).at(-1)?.trim();
  return last ? last.slice(0, 255) : null;
}
