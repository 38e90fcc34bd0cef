import type { BeginImportOutcome, CommitOutcome } from "@/lib/imports/import-outcome";
import type { ImportCounts, ImportPreview, ImportStatus } from "@/lib/imports/import-view";
import type { SourceFormat } from "@/lib/imports/source-format";
import type { WireRow } from "@/lib/imports/wire-row";

/** How a file was read before, under the name of its source. */
export type KnownSource = { name: string; format: SourceFormat };

export type BeginImport = {
  fileName: string;
  fileBytes: number;
  fileHash: string | null;
  format: SourceFormat;
  rowCount: number;
  key: string;
};

export type PreviewAnswer =
  | ({ outcome: "previewed"; import_id: string; number: number; counts: ImportCounts } & ImportPreview)
  | { outcome: "already_committed"; import_id: string; number: number; counts: ImportCounts | null }
  | { outcome: "discarded"; import_id: string; number: number };

/** Where an import stands. */
export type ImportState = {
  id: string;
  number: number;
  status: ImportStatus;
  file_name: string;
  row_count: number;
  counts: ImportCounts | null;
  preview: ImportPreview | null;
  created_at: string;
  closed_at: string | null;
};

/** The commands an import without a person goes through, as whoever it acts for. */
export type ImportDoor = {
  sources: () => Promise<KnownSource[]>;
  begin: (file: BeginImport) => Promise<BeginImportOutcome & { replayed?: boolean }>;
  stage: (importId: string, rows: WireRow[]) => Promise<void>;
  preview: (importId: string) => Promise<PreviewAnswer>;
  commit: (importId: string, key: string) => Promise<CommitOutcome>;
  discard: (importId: string) => Promise<void>;
  state: (importId: string) => Promise<ImportState>;
};
