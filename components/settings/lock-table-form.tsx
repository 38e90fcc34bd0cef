"use client";

import { buttonVariants } from "@heroui/styles";
import { startTransition, useActionState, useState } from "react";
import { LockGrid } from "@/components/settings/lock-grid";
import { LockSimulator } from "@/components/settings/lock-simulator";
import { LockTableAnswer } from "@/components/settings/lock-table-answer";
import { OrgField } from "@/components/ui/org-field";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveLockTable } from "@/lib/settings/lock-actions";
import { differingEdits, type LockRule } from "@/lib/settings/lock-table";

type Props = {
  org: string;
  table: readonly LockRule[];
  /** The saved version the table shows. */
  version: number;
  stageLabels: Record<string, string>;
};

/** Which kind of change is possible at which stage: edited as a whole, tried on an order, saved as one version. */
export function LockTableForm({ org, table, version, stageLabels }: Props) {
  const [edits, setEdits] = useState<Record<string, boolean>>({});
  const [result, action] = useActionState(async (...args: Parameters<typeof saveLockTable>) => {
    const answer = await saveLockTable(...args);
    // What somebody else saved first stays underneath; the edits are kept and can be saved on top of it.
    if (answer.ok && answer.data.outcome !== "stale") startTransition(() => setEdits({}));
    return answer;
  }, null);
  const rules = differingEdits(table, edits);
  return (
    <>
      <Panel isFlush className="overflow-hidden">
        {/* After an action the browser would set every box back to what the page was first loaded with. */}
        <form action={action} onReset={(event) => event.preventDefault()}>
          <OrgField slug={org} />
          <input type="hidden" name="rules" value={JSON.stringify(rules)} />
          <input type="hidden" name="expected_version" value={version} />
          <LockGrid
            table={table}
            edits={edits}
            stageLabels={stageLabels}
            onEdit={(cell, isLocked) => setEdits((known) => ({ ...known, [cell]: isLocked }))}
          />
          <div className="flex flex-wrap items-center gap-3 border-t border-border px-4 py-3">
            <SubmitButton pendingLabel="Saving…" isDisabled={rules.length === 0}>
              {rules.length === 0 ? "Save" : `Save ${rules.length} ${rules.length === 1 ? "rule" : "rules"}`}
            </SubmitButton>
            {rules.length > 0 && (
              <button type="button" className={buttonVariants({ variant: "ghost" })} onClick={() => setEdits({})}>
                Undo edits
              </button>
            )}
            <LockTableAnswer result={result} hasEdits={rules.length > 0} />
            <p className="ms-auto text-xs text-muted">
              {version === 0 ? "As every organization starts" : `Version ${version}`}
            </p>
          </div>
        </form>
      </Panel>
      <LockSimulator org={org} rules={rules} version={version} stageLabels={stageLabels} />
    </>
  );
}
