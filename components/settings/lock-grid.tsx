import { cn } from "@heroui/styles";
import { Lock } from "lucide-react";
import { cellName, changeKinds, decidedStages, kindLabel, type LockRule, neverStages } from "@/lib/settings/lock-table";

type Props = {
  table: readonly LockRule[];
  /** Cells as they would be, by name; what is left out is as it is saved. */
  edits: Readonly<Record<string, boolean>>;
  stageLabels: Record<string, string>;
  onEdit: (cell: string, isLocked: boolean) => void;
};

const head = "px-2 py-2 text-center text-xs font-medium text-muted";

/** Kinds of change × stages. A ticked box is possible; where no setting opens it there is a lock and no box. */
export function LockGrid({ table, edits, stageLabels, onEdit }: Props) {
  const later = neverStages.map((stage) => stageLabels[stage]?.toLowerCase()).join(", ");
  const rules = new Map(table.map((rule) => [cellName(rule), rule]));
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
            {decidedStages.map((stage) => (
              <th key={stage} scope="col" className={head}>
                {stageLabels[stage]}
              </th>
            ))}
            <th scope="col" className={head} title={`Also: ${later}`}>
              Packed and later
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
              {decidedStages.map((stage) => {
                const rule = rules.get(cellName({ kind, stage }));
                const where = `${kindLabel(kind)} at stage ${stageLabels[stage]}`;
                return (
                  <td key={stage} className="p-0 text-center">
                    {rule ? <Cell rule={rule} edit={edits[cellName(rule)]} label={where} onEdit={onEdit} /> : <Never />}
                  </td>
                );
              })}
              <td className="text-center">
                <Never />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = { rule: LockRule; edit: boolean | undefined; label: string; onEdit: Props["onEdit"] };

function Cell({ rule, edit, label, onEdit }: CellProps) {
  const isLocked = edit ?? rule.isLocked;
  const isEdited = isLocked !== rule.isLocked;
  const isUnusual = isLocked !== rule.isLockedByDefault;
  return (
    <label
      title={isUnusual ? `Not the default: ${rule.isLockedByDefault ? "locked" : "possible"} otherwise` : undefined}
      className={cn("relative grid min-h-10 cursor-pointer place-items-center", isEdited && "bg-accent-soft")}
    >
      <input
        type="checkbox"
        checked={!isLocked}
        aria-label={label}
        onChange={(event) => onEdit(cellName(rule), !event.target.checked)}
        className="size-4 accent-accent"
      />
      {isUnusual && <span aria-hidden className="absolute top-1.5 right-1/2 -mr-4 size-1.5 rounded-full bg-warning" />}
    </label>
  );
}

function Never() {
  return <Lock role="img" aria-label="Never" className="inline size-3.5 text-muted" />;
}
