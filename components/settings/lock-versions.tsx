"use client";

import { useActionState } from "react";
import { LockTableAnswer } from "@/components/settings/lock-table-answer";
import { OrgField } from "@/components/ui/org-field";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { SubmitButton } from "@/components/ui/submit-button";
import { restoreLockTable } from "@/lib/settings/lock-actions";
import { kindLabel, type LockTableVersion, type RuleEdit } from "@/lib/settings/lock-table";

type Props = {
  org: string;
  versions: readonly LockTableVersion[];
  stageLabels: Record<string, string>;
  timeZone: string;
};

/** Who changed what about the table when, and the way back to any of it. */
export function LockVersions({ org, versions, stageLabels, timeZone }: Props) {
  const [result, action] = useActionState(restoreLockTable, null);
  const current = versions[0]?.version ?? 0;
  if (current === 0) return null;
  return (
    <Panel title="Earlier versions" aside={`version ${current} now`} isFlush>
      <form action={action}>
        <OrgField slug={org} />
        <input type="hidden" name="expected_version" value={current} />
        <div className="px-4 pt-3 empty:hidden">
          <LockTableAnswer result={result} hasEdits={result?.ok === true && result.data.outcome === "stale"} />
        </div>
        <ol className="divide-y divide-separator">
          {versions.map(({ version, changes, restoredVersion, savedAt, savedBy }) => (
            <li key={version} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm">
              <div className="flex min-w-0 flex-col gap-1">
                <p>
                  <span className="font-medium">Version {version}</span>{" "}
                  <span className="text-muted">
                    {savedBy}, <RelativeTime at={savedAt} timeZone={timeZone} />
                    {restoredVersion !== null && ` · brought version ${restoredVersion} back`}
                  </span>
                </p>
                <p className="text-muted text-pretty">
                  {changes.map((change) => inWords(change, stageLabels)).join(" · ")}
                </p>
              </div>
              {version !== current && <Restore version={version} />}
            </li>
          ))}
          <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm">
            <p>
              <span className="font-medium">Version 0</span>{" "}
              <span className="text-muted">the defaults every organization starts with</span>
            </p>
            <Restore version={0} />
          </li>
        </ol>
      </form>
    </Panel>
  );
}

function Restore({ version }: { version: number }) {
  return (
    <SubmitButton name="version" value={String(version)} variant="outline" size="sm" pendingLabel="Restoring…">
      Restore version {version}
    </SubmitButton>
  );
}

function inWords({ kind, stage, is_locked }: RuleEdit, stageLabels: Record<string, string>): string {
  return `${kindLabel(kind)} at ${stageLabels[stage]}: ${is_locked ? "locked" : "possible"}`;
}
