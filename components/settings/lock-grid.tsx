import { Lock } from "lucide-react";
import {
  alwaysLockedStages,
  cellName,
  changeKinds,
  kindLabel,
  type LockRule,
  openableStages,
} from "@/lib/settings/lock-table";

type Props = { table: readonly LockRule[]; stageLabels: Record<string, string> };

const head = "px-3 py-2 text-center text-xs font-medium text-muted";

/** Kinds of change × stages. A ticked box is possible; picked and later has a lock and no box. */
export function LockGrid({ table, stageLabels }: Props) {
  const later = alwaysLockedStages.map((stage) => stageLabels[stage]?.toLowerCase()).join(", ");
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-3xl border-collapse text-sm">
        <caption className="sr-only">Which kind of change is possible at which stage</caption>
        <thead className="bg-surface-secondary">
          <tr className="border-b border-border">
            <th
              scope="col"
              className="sticky left-0 z-1 bg-surface-secondary px-4 py-2 text-start text-xs font-medium text-muted"
            >
              Kind of change
            </th>
            {openableStages.map((stage) => (
              <th key={stage} scope="col" className={head}>
                {stageLabels[stage]}
              </th>
            ))}
            <th scope="col" className={head} title={`Also: ${later}`}>
              Picked and later
            </th>
          </tr>
        </thead>
        <tbody>
          {changeKinds.map((kind) => (
            <tr key={kind} className="border-b border-separator last:border-b-0 hover:bg-surface-secondary">
              <th
                scope="row"
                className="sticky left-0 z-1 bg-surface px-4 py-2 text-start font-medium whitespace-nowrap"
              >
                {kindLabel(kind)}
              </th>
              {table
                .filter((rule) => rule.kind === kind)
                .map((rule) => (
                  <td key={rule.stage} className="p-0 text-center">
                    <label className="grid min-h-10 cursor-pointer place-items-center">
                      <input
                        type="checkbox"
                        name="open[]"
                        value={cellName(rule)}
                        defaultChecked={!rule.isLocked}
                        aria-label={`${kindLabel(kind)} at stage ${stageLabels[rule.stage]}`}
                        className="size-4 accent-accent"
                      />
                    </label>
                  </td>
                ))}
              <td className="text-center">
                <Lock role="img" aria-label="Always locked" className="inline size-3.5 text-muted" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
