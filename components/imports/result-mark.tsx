import { CircleAlert, Equal, type LucideIcon, Pencil, Plus } from "lucide-react";
import { Mark, type MarkTone } from "@/components/ui/mark";
import type { ImportedRow } from "@/lib/imports/import-view";

const looks = {
  new: { label: "New", tone: "success", Icon: Plus },
  changed: { label: "Changed", tone: "accent", Icon: Pencil },
  unchanged: { label: "Unchanged", tone: "neutral", Icon: Equal },
  error: { label: "Error", tone: "danger", Icon: CircleAlert },
} satisfies Record<ImportedRow["result"], { label: string; tone: MarkTone; Icon: LucideIcon }>;

/** What comes of a row, in a word. */
export function ResultMark({ result }: { result: ImportedRow["result"] }) {
  return <Mark {...looks[result]} />;
}
