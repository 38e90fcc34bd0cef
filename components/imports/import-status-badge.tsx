import { CircleAlert, CircleCheck, CircleSlash, Hourglass, ListChecks, type LucideIcon, Undo2 } from "lucide-react";
import { Mark, type MarkTone } from "@/components/ui/mark";
import type { ImportCounts, ImportStatus } from "@/lib/imports/import-view";

const looks = {
  staging: { label: "Upload unfinished", Icon: Hourglass, tone: "warning" },
  previewed: { label: "Waits for you", Icon: ListChecks, tone: "accent" },
  committed: { label: "Imported", Icon: CircleCheck, tone: "success" },
  undone: { label: "Undone", Icon: Undo2, tone: "neutral" },
  discarded: { label: "Discarded", Icon: CircleSlash, tone: "neutral" },
} satisfies Record<ImportStatus, { label: string; Icon: LucideIcon; tone: MarkTone }>;

type Props = { status: ImportStatus; counts: ImportCounts | null };

export function ImportStatusBadge({ status, counts }: Props) {
  const hasErrors = status === "previewed" && counts !== null && counts.problems > 0;
  return hasErrors ? <Mark Icon={CircleAlert} label="Has errors" tone="danger" /> : <Mark {...looks[status]} />;
}
