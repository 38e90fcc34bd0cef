import "server-only";
import { AppError } from "@/lib/errors";
import { csvDownload, type Download } from "./download";
import type { ExportFormat, ExportRun, ExportSource } from "./export-view";
import { exportFileName } from "./file-name";
import type { ExportLine } from "./render-rows";
import { exportNumberFrom } from "./schema";
import { xlsxDownload } from "./xlsx-download";

/**
 * One file of an export; `position` counts its sources from 1 and may be left out. Throws `not_found` where there is no such
 * file, `too_large` where a workbook cannot hold it.
 */
export function exportFile(
  exported: ExportRun,
  format: ExportFormat,
  position: string | null,
  readLines: (source: ExportSource) => AsyncIterable<ExportLine[]>,
): Download & { fileName: string } {
  const at = exportNumberFrom(position ?? "1");
  const source = at === null ? undefined : exported.sources[at - 1];
  if (!source || at === null) throw new AppError("not_found");
  if (exported.isDropped) {
    throw new AppError("not_found", {
      reason: "rows_dropped",
      hint: "The rows of this export are no longer kept. Export all open orders to get what they are now.",
    });
  }
  const write = { csv: csvDownload, xlsx: xlsxDownload }[format];
  const name = exported.sources.length > 1 ? { name: source.name, position: at } : undefined;
  return { ...write(source, readLines(source)), fileName: exportFileName(exported, format, name) };
}
