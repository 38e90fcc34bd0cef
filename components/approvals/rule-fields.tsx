import { inputVariants } from "@heroui/styles";
import { ChoiceBoxes } from "@/components/approvals/choice-boxes";
import { StepFields } from "@/components/approvals/step-fields";
import { anyApprover, type RuleDraft, type TextCondition } from "@/lib/approvals/rule-draft";

export type RuleChoices = {
  kinds: readonly { value: string; label: string }[];
  stages: readonly { value: string; label: string }[];
  members: readonly { value: string; label: string }[];
  approvers: readonly { value: string; label: string }[];
  groups: readonly { value: string; label: string }[];
};

type Props = { draft: RuleDraft; choices: RuleChoices; onChange: (draft: RuleDraft) => void };

const numbers: readonly [field: TextCondition, label: string][] = [
  ["quantity", "A change touches this many units or more"],
  ["percent", "… this share of a line or more, %"],
  ["value", "All it touches is worth this or more"],
  ["days_moved", "A ship date moves by this many days or more"],
  ["days_to_ship", "Something ships within this many days"],
  ["customer", "Customer (* stands for anything)"],
  ["sku", "A SKU (* stands for anything)"],
];

/** A rule's name, when it applies, and who decides then. What is left empty is no condition. */
export function RuleFields({ draft, choices, onChange }: Props) {
  const change = (changes: Partial<RuleDraft>) => onChange({ ...draft, ...changes });
  const input = (label: string, value: string, onText: (text: string) => void, maxLength: number) => (
    <label key={label} className="flex min-w-0 flex-col gap-1 text-xs text-muted">
      {label}
      <input
        value={value}
        maxLength={maxLength}
        onChange={(event) => onText(event.target.value)}
        className={inputVariants({ fullWidth: true })}
      />
    </label>
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-md">{input("Name of the rule", draft.name, (name) => change({ name }), 80)}</div>
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {numbers.map(([field, label]) => input(label, draft[field], (text) => change({ [field]: text }), 100))}
      </div>
      <ChoiceBoxes
        label="It is about any of"
        options={choices.kinds}
        chosen={draft.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <ChoiceBoxes
        label="The order is any of"
        options={choices.stages}
        chosen={draft.stages}
        onChange={(stages) => change({ stages })}
      />
      <ChoiceBoxes
        label="Asked by any of"
        options={choices.members}
        chosen={draft.requesters}
        onChange={(requesters) => change({ requesters })}
      />
      {draft.steps.map((step, index) => (
        <StepFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          key={index}
          number={index + 1}
          step={step}
          choices={choices}
          onChange={(next) => change({ steps: draft.steps.map((one, at) => (at === index ? next : one)) })}
          onRemove={index > 0 ? () => change({ steps: draft.steps.slice(0, 1) }) : undefined}
        />
      ))}
      {draft.steps.length < 2 && (
        <button
          type="button"
          onClick={() => change({ steps: [...draft.steps, anyApprover] })}
          className="self-start py-1 text-sm font-medium text-accent-soft-foreground underline underline-offset-2"
        >
          Add a second step
        </button>
      )}
    </div>
  );
}
