"use client";

import { Button } from "@heroui/react";
import { Plus } from "lucide-react";
import { AddedLineEditor } from "@/components/change-requests/change-form/added-line-editor";
import type { Refusal } from "@/components/change-requests/change-form/form-state";
import { noProblems, noRefusals, type SendEvent } from "@/components/change-requests/change-form/line-controls";
import { mintKey } from "@/components/change-requests/change-form/submission-key";
import type { AddedLine } from "@/lib/change-requests/change-draft";
import type { DraftProblem } from "@/lib/change-requests/draft-reading";

type Props = {
  org: string;
  lines: readonly AddedLine[];
  isLocked: boolean;
  problems: ReadonlyMap<string, DraftProblem[]>;
  refusals: Readonly<Record<string, Refusal[]>>;
  today: string;
  send: SendEvent;
};

/** The lines to be added, below those of the order. */
export function AddedLines({ org, lines, isLocked, problems, refusals, today, send }: Props) {
  return (
    <div className="border-t border-separator">
      <ul aria-label="New lines" className="divide-y divide-separator empty:hidden">
        {lines.map((line, index) => (
          <AddedLineEditor
            key={line.key}
            org={org}
            line={line}
            number={index + 1}
            problems={problems.get(line.key) ?? noProblems}
            refusals={refusals[line.key] ?? noRefusals}
            today={today}
            send={send}
          />
        ))}
      </ul>
      <div className="flex items-center gap-3 px-4 py-3">
        <Button
          size="sm"
          variant="outline"
          isDisabled={isLocked}
          onPress={() => send({ type: "add_line", key: mintKey() })}
        >
          <Plus aria-hidden /> Add a line
        </Button>
        {isLocked && <p className="text-xs text-muted">No line can be added at the order&apos;s stage.</p>}
      </div>
    </div>
  );
}
