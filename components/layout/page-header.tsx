import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** Badges beside the title. */
  marks?: ReactNode;
  description?: ReactNode;
  /** Where one came from: { label: "Orders", href }. */
  back?: { label: string; href: string };
  /** Buttons and links for the page as a whole. */
  actions?: ReactNode;
};

/** The head of every page: exactly one h1. */
export function PageHeader({ title, marks, description, back, actions }: Props) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back && (
          <Link
            href={back.href}
            data-print="hide"
            className="mb-1 inline-flex items-center gap-0.5 text-xs text-muted hover:text-foreground"
          >
            <ChevronLeft aria-hidden className="size-3.5" />
            {back.label}
          </Link>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl font-semibold tracking-tight text-balance wrap-anywhere">{title}</h1>
          {marks}
        </div>
        {description && <p className="mt-1 max-w-prose text-sm text-muted text-pretty break-words">{description}</p>}
      </div>
      {actions && (
        <div data-print="hide" className="flex flex-wrap items-center gap-2">
          {actions}
        </div>
      )}
    </header>
  );
}
