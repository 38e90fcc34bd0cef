import type { ReactNode } from "react";

type Props = { question: string; lead?: ReactNode; children: ReactNode };

/** One question. */
export function StepCard({ question, lead, children }: Props) {
  return (
    <section className="rounded-xl border border-border bg-surface p-5 sm:p-7">
      <h2 className="max-w-prose text-lg font-semibold tracking-tight text-balance">{question}</h2>
      {lead && <div className="mt-1.5 max-w-prose text-sm text-muted text-pretty">{lead}</div>}
      <div className="mt-5">{children}</div>
    </section>
  );
}
