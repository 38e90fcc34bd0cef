"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { StepProgress } from "@/components/imports/step-progress";
import { Panel } from "@/components/ui/panel";
import type { ImportProgress } from "@/lib/imports/import-outcome";

const labels = {
  comparing: "Comparing with your orders",
  writing: "Writing your orders",
  undoing: "Taking the import back",
} as const;

type Props = { org: string; importId: string; kind: NonNullable<ImportProgress["kind"]> };

/** A step somebody started here or elsewhere and left: the page shows how it ended when it has. */
export function RunningImport({ org, importId, kind }: Props) {
  const router = useRouter();
  const onEnd = useCallback(() => router.refresh(), [router]);
  return (
    <Panel title={labels[kind]}>
      <StepProgress org={org} importId={importId} label={labels[kind]} onEnd={onEnd} />
    </Panel>
  );
}
