"use client";

import { Button } from "@heroui/react";
import { useEffect, useState } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportProgress } from "@/lib/imports/import-outcome";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  importId: string;
  /** What runs: "Comparing with your orders". */
  label: string;
  /** Called once nothing runs any more, by whoever didn't start it. */
  onEnd?: () => void;
};

const PAUSE_MS = 700;

/** How far a step in the database is, wherever it was started; it can be stopped until its last part. */
export function StepProgress({ org, importId, label, onEnd }: Props) {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [isStopping, setStopping] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    let hasRun = false;
    async function look() {
      const seen = await readProgress(org, importId, stop.signal);
      if (stop.signal.aborted) return;
      if (seen) setProgress(seen);
      hasRun ||= seen?.is_running === true;
      if (seen && !seen.is_running && (hasRun || onEnd)) return onEnd?.();
      timer = setTimeout(look, PAUSE_MS);
    }
    timer = setTimeout(look, PAUSE_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [org, importId, onEnd]);

  async function askToStop() {
    setStopping(true);
    // Not a server action: those wait for one another, and the step that is to stop is one.
    await fetch(routes.importProgress(org, importId), { method: "DELETE" }).catch(() => null);
  }

  const done = progress?.is_running ? progress.step / progress.steps : null;
  return (
    <div className="flex flex-col gap-3">
      <ProgressBar
        label={isStopping ? "Stopping" : label}
        done={done}
        detail={progress?.is_running ? partOf(progress) : ""}
      />
      <div>
        <Button size="sm" variant="outline" isDisabled={isStopping} onPress={() => void askToStop()}>
          {isStopping ? "Stopping…" : "Stop"}
        </Button>
      </div>
    </div>
  );
}

const partOf = ({ step, steps }: ImportProgress) => `part ${Math.min(step + 1, steps)} of ${steps}`;

/** Null when there was no answer; the next look may have one. */
async function readProgress(org: string, importId: string, signal: AbortSignal): Promise<ImportProgress | null> {
  try {
    const response = await fetch(routes.importProgress(org, importId), { signal, cache: "no-store" });
    return response.ok ? ((await response.json()) as ImportProgress) : null;
  } catch {
    return null;
  }
}
