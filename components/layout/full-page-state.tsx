import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { Icon: LucideIcon; title: string; children: ReactNode; actions?: ReactNode };

/** A page that has only one thing to say: not found, not allowed, something went wrong. */
export function FullPageState({ Icon, title, children, actions }: Props) {
  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-md flex-col items-center justify-center gap-3 px-6 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-default text-muted">
        <Icon aria-hidden className="size-6" />
      </span>
      <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
      <div className="text-sm text-muted text-pretty">{children}</div>
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
