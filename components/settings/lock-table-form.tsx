"use client";

import { Check } from "lucide-react";
import { useActionState } from "react";
import { LockGrid } from "@/components/settings/lock-grid";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveLockTable } from "@/lib/settings/actions";
import type { LockRule } from "@/lib/settings/lock-table";

type Props = { org: string; table: readonly LockRule[]; stageLabels: Record<string, string> };

/** Which kind of change is possible at which stage, saved as a whole. */
export function LockTableForm({ org, table, stageLabels }: Props) {
  const [result, action] = useActionState(saveLockTable, null);
  const changed = result?.ok ? result.data.changed : 0;
  return (
    <form action={action}>
      <OrgField slug={org} />
      {/* A new key shows what was saved, also when it was saved elsewhere. */}
      <LockGrid key={table.map(({ isLocked }) => Number(isLocked)).join("")} table={table} stageLabels={stageLabels} />
      <div className="flex flex-wrap items-center gap-3 border-t border-border px-4 py-3">
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
        <FormNotice result={result} />
        {result?.ok && (
          <p role="status" className="inline-flex items-center gap-1 text-xs text-success-soft-foreground">
            <Check aria-hidden className="size-3.5" />
            {changed === 0 ? "Nothing had changed" : `Saved, ${changed} ${changed === 1 ? "rule" : "rules"} changed`}
          </p>
        )}
      </div>
    </form>
  );
}
