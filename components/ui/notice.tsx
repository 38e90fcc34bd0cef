import { cn } from "@heroui/styles";
import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeTone = "info" | "success" | "warning" | "danger";

type Props = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out at once: for the answer to something the person just did. */
  isAnnounced?: boolean;
  className?: string;
};

const looks = {
  info: { Icon: Info, box: "border-accent/25 bg-accent/6", icon: "text-accent-soft-foreground" },
  success: { Icon: CircleCheck, box: "border-success/35 bg-success/8", icon: "text-success-soft-foreground" },
  warning: { Icon: TriangleAlert, box: "border-warning/50 bg-warning/10", icon: "text-warning-soft-foreground" },
  danger: { Icon: CircleX, box: "border-danger/30 bg-danger/6", icon: "text-danger-soft-foreground" },
} satisfies Record<NoticeTone, unknown>;

/** What happened, what was kept and what to do next, where it happened. */
export function Notice({ tone = "info", title, children, actions, isAnnounced, className }: Props) {
  const { Icon, box, icon } = looks[tone];
  const role = isAnnounced ? (tone === "danger" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={cn("flex gap-2.5 rounded-lg border px-3 py-2.5 text-sm", box, className)}>
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", icon)} />
      <div className="flex min-w-0 grow flex-col gap-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-pretty">{children}</div>}
        {actions && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
