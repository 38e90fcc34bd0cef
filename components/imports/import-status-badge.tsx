import { CircleCheck, CircleSlash, Hourglass, ListChecks, type LucideIcon } from "lucide-react";
import { Mark, type MarkTone } from "@/components/ui/mark";
import type { ImportStatus } from "@/lib/imports/import-view";

const looks = {
  staging: { label: "Upload unfinished", Icon: Hourglass, tone: "warning" },
  previewed: { label: "Waits for you", Icon: ListChecks, tone: "accent" },
  committed: { label: "Imported", Icon: CircleCheck, tone: "success" },
  discarded: { label: "Discarded", Icon: CircleSlash, tone: "neutral" },
} satisfies Record<ImportStatus, { label: string; Icon: LucideIcon; tone: MarkTone }>;

export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  return <Mark {...looks[status]} />;
}
