import { Button } from "@heroui/react";
import { Panel } from "@/components/ui/panel";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportPhase } from "@/lib/imports/import-protocol";

const labels = {
  reading: "Reading the file",
  checking: "Checking every row",
  examining: "Looking at dates, numbers and status words",
} satisfies Record<ImportPhase, string>;

type Props = { fileName: string; phase: ImportPhase; done: number; onCancel: () => void };

/** The file is read in the browser; nothing has left it yet. */
export function ReadingProgress({ fileName, phase, done, onCancel }: Props) {
  return (
    <Panel title={<span className="break-all">{fileName}</span>}>
      <div className="flex flex-col gap-4">
        <ProgressBar label={labels[phase]} done={done} />
        <div>
          <Button variant="outline" onPress={onCancel}>
            Cancel
          </Button>
        </div>
      </div>
    </Panel>
  );
}
