import type { ExportFormat, ExportScope } from "./export-view";

type Named = { number: number; scope: ExportScope; requests: readonly { reference: string }[] };

/** "export-12-updates.csv", with the source's name when there are several files. */
export function exportFileName(
  { number, scope, requests }: Named,
  format: ExportFormat,
  source?: { name: string; position: number },
): string {
  const what = { updates: "updates", open: "open-orders", request: requests[0]?.reference ?? "request" }[scope];
  const parts = ["export", number, what, ...(source ? [source.position, plainName(source.name)].filter(Boolean) : [])];
  return `${parts.join("-")}.${format}`;
}

/** A source's name as every file system and header takes it: "Müller “open”.csv" → "Muller-open". */
function plainName(name: string): string {
  return name
    .replace(/\.[a-z]{3,4}$/i, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}
