"use client";

import { useActionState } from "react";
import { ProblemNotice } from "@/components/approvals/problem-notice";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { saveGroup } from "@/lib/approvals/actions";

type Props = {
  org: string;
  idempotencyKey: string;
  /** Left out for a new group. */
  group?: { id: string; name: string; memberIds: readonly string[] };
  approvers: readonly { id: string; name: string }[];
};

/** A group of approvers that rules can name: its name and who is in it. */
export function GroupForm({ org, idempotencyKey, group, approvers }: Props) {
  const [result, submit] = useActionState(saveGroup, null);
  const refused = result && !result.ok ? result : null;
  const typedName = refused?.values?.name;
  const chosen = refused ? [refused.values?.member_ids ?? []].flat() : group?.memberIds;
  const outcome = result?.ok ? result.data : null;
  return (
    <form action={submit} className="flex flex-col gap-3">
      <OrgField slug={org} />
      <input type="hidden" name="group_id" value={group?.id ?? ""} />
      <input type="hidden" name="idempotency_key" value={idempotencyKey} />
      <FormNotice result={result} shownFields={["name"]} />
      {outcome?.outcome === "refused" && <ProblemNotice title="Not saved" problems={outcome.problems} isAnnounced />}
      {outcome?.outcome === "saved" && (
        <Notice tone="success" isAnnounced>
          Saved.
        </Notice>
      )}
      <TextField
        name="name"
        idPrefix={group?.id ?? "new-group"}
        label="Name"
        maxLength={80}
        className="max-w-md"
        defaultValue={typeof typedName === "string" ? typedName : (group?.name ?? "")}
        error={refused?.fields?.name}
      />
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="mb-1 text-sm font-medium">Approvers in it</legend>
        {approvers.map(({ id, name }) => (
          <CheckboxField
            key={`${id}-${chosen?.includes(id)}`}
            name="member_ids[]"
            value={id}
            label={name}
            isDefaultChecked={chosen?.includes(id)}
          />
        ))}
      </fieldset>
      <div className="flex gap-2">
        <SubmitButton name="active" value="true" size="sm" pendingLabel="Saving…">
          {group ? "Save group" : "Add group"}
        </SubmitButton>
        {group && (
          <SubmitButton name="active" value="false" size="sm" variant="danger-soft" pendingLabel="Putting away…">
            Put it away
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
