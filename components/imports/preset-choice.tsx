import { BadgeCheck } from "lucide-react";
import { Mark } from "@/components/ui/mark";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import type { ReadingChoices } from "@/lib/imports/reading-choices";

type Props = { file: OpenedFile; choices: ReadingChoices; onChoose: (choices: ReadingChoices) => void };

/** The system the file is from, as its columns say; a person can say that it isn't. */
export function PresetChoice({ file: { preset, proposal }, choices, onChoose }: Props) {
  if (!preset) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Mark Icon={BadgeCheck} label={preset.name} tone="accent" className="max-w-full whitespace-normal" />
      <span className="text-muted">
        {proposal.by === "names" ? "Its usual columns are not all there." : "Recognised by its column names."}
      </span>
      <button
        type="button"
        onClick={() => onChoose({ ...choices, preset: "none" })}
        className="min-h-8 font-medium text-accent-soft-foreground underline underline-offset-2"
      >
        Not this system?
      </button>
    </div>
  );
}
