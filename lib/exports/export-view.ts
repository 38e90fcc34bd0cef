import type { SourceFormat } from "@/lib/imports/source-format";
import type { EXPORT_SCOPES } from "./schema";

export type ExportScope = (typeof EXPORT_SCOPES)[number];

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
};

export type ExportSource = { sourceId: string | null; name: string; format: SourceFormat; rows: number };

export type CreateExportOutcome =
  | {
      outcome: "created";
      number: number;
      scope: ExportScope;
      rows: number;
      orders: number;
      requests: ExportedRequest[];
    }
  | { outcome: "empty"; scope: ExportScope };
