import type { ReactNode } from "react";

type Props = { title: string; lead?: ReactNode; children: ReactNode };

/** The one thing there is to do before somebody is in. */
export function AuthCard({ title, lead, children }: Props) {
  return (
    <section className="rounded-xl border border-border bg-surface p-6">
      <h1 className="mb-1 text-lg font-semibold tracking-tight text-balance">{title}</h1>
      {lead && <div className="mb-5 text-sm text-muted text-pretty">{lead}</div>}
      {children}
    </section>
  );
}
