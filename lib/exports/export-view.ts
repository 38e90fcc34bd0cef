import type { SourceFormat } from "@/lib/imports/source-format";
import type { EXPORT_FORMATS, EXPORT_SCOPES } from "./schema";

export type ExportScope = (typeof EXPORT_SCOPES)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** An approved change the source system doesn't know yet, or one that an export carries. */
export type ExportedRequest = { request_id: string; reference: string; order_number: string };

/** One file of an export. An export has one per source, because each source has its own columns. */
export type ExportFile = { name: string; rows: number };

export type ExportSummary = {
  id: string;
  number: number;
  scope: ExportScope;
  files: ExportFile[];
  rowCount: number;
  orderCount: number;
  requests: ExportedRequest[];
  createdBy: string;
  createdAt: string;
  /** Its rows were too old to keep; what it told is still known. */
  isDropped: boolean;
};

/** `letters`: what isn't ASCII in it, where its encoding may lack some; `longestCell` in characters, where that is a lot. */
export type ExportSource = {
  sourceId: string | null;
  name: string;
  format: SourceFormat;
  rows: number;
  letters: string;
  longestCell: number;
};

/** An export with everything its files are written from. */
export type ExportRun = {
  id: string;
  number: number;
  scope: ExportScope;
  requests: ExportedRequest[];
  sources: ExportSource[];
  isDropped: boolean;
};

export type CreateExportOutcome =
  | {
      outcome: "created";
      number: number;
      scope: ExportScope;
      rows: number;
      orders: number;
      requests: ExportedRequest[];
    }
  | { outcome: "empty"; scope: ExportScope }
  | { outcome: "not_applied"; scope: ExportScope; reference: string; status: string }
  | { outcome: "already_exported"; scope: ExportScope; reference: string; number: number };
