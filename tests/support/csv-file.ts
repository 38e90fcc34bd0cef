import { csvDownload } from "@/lib/exports/download";
import type { ExportLine } from "@/lib/exports/render-rows";
import type { SourceFormat } from "@/lib/imports/source-format";

async function* onePage(lines: ExportLine[]) {
  yield lines;
}

/** The bytes of a whole file, as the download writes them. */
export async function csvFile(source: SourceFormat, lines: ExportLine[]): Promise<Uint8Array<ArrayBuffer>> {
  const letters = JSON.stringify(lines).replaceAll(/[\0-\x7f]/g, "");
  const { body } = csvDownload({ format: source, letters }, onePage(lines));
  return new Uint8Array(await new Response(body).arrayBuffer());
}
