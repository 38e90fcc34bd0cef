import { inputVariants } from "@heroui/styles";
import { ChoiceBoxes } from "@/components/approvals/choice-boxes";
import type { RuleChoices } from "@/components/approvals/rule-fields";
import type { StepDraft } from "@/lib/approvals/rule-draft";

type Props = {
  number: number;
  step: StepDraft;
  choices: RuleChoices;
  onChange: (step: StepDraft) => void;
  onRemove?: () => void;
};

/** Who approves in a step, and how many of them. Nobody ticked means any approver. */
export function StepFields({ number, step, choices, onChange, onRemove }: Props) {
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-border p-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <label className="flex items-center gap-2 text-sm">
          Step {number}: how many people
          <input
            type="number"
            min={1}
            max={5}
            value={step.required}
            onChange={(event) => onChange({ ...step, required: event.target.value })}
            className={inputVariants({ className: "w-20" })}
          />
        </label>
        {onRemove && (
          <button type="button" onClick={onRemove} className="py-1 text-sm underline underline-offset-2">
            Remove step {number}
          </button>
        )}
      </div>
      <ChoiceBoxes
        label="Of these people (none ticked: any approver)"
        options={choices.approvers}
        chosen={step.members}
        onChange={(members) => onChange({ ...step, members })}
      />
      {choices.groups.length > 0 && (
        <ChoiceBoxes
          label="And of these groups"
          options={choices.groups}
          chosen={step.groups}
          onChange={(groups) => onChange({ ...step, groups })}
        />
      )}
    </div>
  );
}
