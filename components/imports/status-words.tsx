import { ArrowRight } from "lucide-react";
import { StatusWordsForm } from "@/components/imports/status-words-form";
import { Panel } from "@/components/ui/panel";
import { changeValue } from "@/lib/imports/change-value";
import type { StatusWordUse } from "@/lib/imports/import-view";

type Props = {
  org: string;
  importId: string;
  words: StatusWordUse[];
  stages: { value: string; label: string }[];
  /** The system the file is from. */
  preset: string | undefined;
};

/** What the status words of the file mean: those without a stage to be answered, the others to be seen. */
export function StatusWords({ org, importId, words, stages, preset }: Props) {
  const open = words.filter(({ stage }) => stage === "unknown");
  const known = words.filter(({ stage }) => stage !== "unknown");
  if (words.length === 0) return null;
  return (
    <Panel title="Status words" aside={open.length > 0 ? `${open.length} without a stage` : "All of them have a stage"}>
      <div className="flex flex-col gap-4">
        {open.length > 0 && (
          <StatusWordsForm
            key={open.map(({ word }) => word).join("\n")}
            org={org}
            importId={importId}
            words={open}
            stages={stages}
            preset={preset}
          />
        )}
        {known.length > 0 && (
          <ul className="flex flex-wrap gap-x-6 gap-y-1.5 text-sm">
            {known.map(({ word, stage, rows }) => (
              <li key={word} className="inline-flex items-center gap-1.5">
                “{word}” <ArrowRight aria-label="means" className="size-3.5 text-muted" /> {changeValue("stage", stage)}
                <span className="text-xs text-muted tabular-nums">({rows.toLocaleString("en-US")})</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
