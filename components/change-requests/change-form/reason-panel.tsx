import { Panel } from "@/components/ui/panel";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/textarea-field";
import { MAX_REASON } from "@/lib/change-requests/typed-text";
import type { FieldMessages } from "@/lib/result";

export type ReasonOption = { code: string; label: string };

type Props = {
  reasons: readonly ReasonOption[];
  reasonCode: string;
  reason: string;
  errors: FieldMessages;
  isRevision: boolean;
  /** Sent and recorded: the page is about to move on. */
  isDone: boolean;
};

/** Why, and the button. */
export function ReasonPanel({ reasons, reasonCode, reason, errors, isRevision, isDone }: Props) {
  return (
    <Panel title="Why" id="send" className="scroll-mt-4">
      <div className="flex flex-col gap-4">
        <SelectField
          name="reason_code"
          label="Reason"
          placeholder="Choose a reason"
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={reasonCode}
          error={errors.reason_code}
          isRequired
        />
        <TextareaField
          name="reason"
          label="In a few words"
          placeholder="Who asked, and what for"
          maxLength={MAX_REASON}
          rows={3}
          defaultValue={reason}
          error={errors.reason}
          isRequired
        />
        <SubmitButton pendingLabel="Sending…" isDisabled={isDone} className="w-full">
          {isRevision ? "Send again for approval" : "Send for approval"}
        </SubmitButton>
        <p className="text-xs text-muted text-pretty">Nothing changes on the order until somebody else approves it.</p>
      </div>
    </Panel>
  );
}
