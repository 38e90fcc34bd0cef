import { chipVariants, cn } from "@heroui/styles";
import type { LucideIcon } from "lucide-react";

export type MarkTone = "neutral" | "accent" | "success" | "warning" | "danger";

type Props = { Icon: LucideIcon; label: string; tone?: MarkTone; title?: string; className?: string };

/** A state as icon + word + colour, so that it reads without colour too. */
export function Mark({ Icon, label, tone = "neutral", title, className }: Props) {
  const color = tone === "neutral" ? "default" : tone;
  const slots = chipVariants({ color, variant: "soft", size: "md" });
  return (
    <span title={title} className={cn(slots.base(), "gap-1 whitespace-nowrap", className)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {label}
    </span>
  );
}
