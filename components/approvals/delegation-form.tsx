"use client";

import { useActionState } from "react";
import { ProblemNotice } from "@/components/approvals/problem-notice";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { saveDelegation } from "@/lib/approvals/actions";

type Props = {
  org: string;
  idempotencyKey: string;
  approvers: readonly { id: string; name: string }[];
  /** The reader, for themselves; left out where an admin says for whom. */
  own?: string;
};

/** Who decides for somebody who is away, from a day to a day. */
export function DelegationForm({ org, idempotencyKey, approvers, own }: Props) {
  const [result, submit] = useActionState(saveDelegation, null);
  const refused = result && !result.ok ? result : null;
  const typed = (name: string) => {
    const value = refused?.values?.[name];
    return typeof value === "string" ? value : "";
  };
  const outcome = result?.ok ? result.data : null;
  const options = approvers.map(({ id, name }) => ({ value: id, label: name }));
  const errors = refused?.fields ?? {};
  return (
    <form action={submit} className="flex flex-col gap-3">
      <OrgField slug={org} />
      <input type="hidden" name="idempotency_key" value={idempotencyKey} />
      <FormNotice result={result} shownFields={["from_member_id", "to_member_id", "first_day", "last_day", "note"]} />
      {outcome?.outcome === "refused" && <ProblemNotice title="Not saved" problems={outcome.problems} isAnnounced />}
      {outcome?.outcome === "saved" && (
        <Notice tone="success" isAnnounced>
          Saved. Both are told.
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2 2xl:grid-cols-4">
        {own === undefined && (
          <SelectField
            name="from_member_id"
            label="Away"
            placeholder="Choose who is away"
            options={options}
            defaultValue={typed("from_member_id")}
            error={errors.from_member_id}
          />
        )}
        <SelectField
          name="to_member_id"
          label="Decides meanwhile"
          placeholder="Choose an approver"
          options={options.filter(({ value }) => value !== own)}
          defaultValue={typed("to_member_id")}
          error={errors.to_member_id}
        />
        <TextField
          name="first_day"
          label="From (empty: now)"
          type="date"
          defaultValue={typed("first_day")}
          error={errors.first_day}
        />
        <TextField
          name="last_day"
          label="Until and with"
          type="date"
          defaultValue={typed("last_day")}
          error={errors.last_day}
        />
      </div>
      <TextField
        name="note"
        idPrefix="delegation"
        label="Note (optional)"
        maxLength={500}
        className="max-w-xl"
        defaultValue={typed("note")}
        error={errors.note}
      />
      <SubmitButton size="sm" pendingLabel="Saving…" className="self-start">
        Let them decide
      </SubmitButton>
    </form>
  );
}
