"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useActionState } from "react";
import { SettingNotice } from "@/components/settings/setting-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Reason } from "@/lib/settings/queries";
import { moveReason, renameReason, switchReason } from "@/lib/settings/reason-actions";

type Props = { org: string; reason: Reason; isFirst: boolean; isLast: boolean };

/** One reason: its words, its place among the others, and whether requests can still use it. */
export function ReasonRow({ org, reason, isFirst, isLast }: Props) {
  const [renamed, rename] = useActionState(renameReason, null);
  const [moved, move] = useActionState(moveReason, null);
  const [switched, turn] = useActionState(switchReason, null);
  const { code, label, active } = reason;
  const hidden = (
    <>
      <OrgField slug={org} />
      <input type="hidden" name="code" value={code} />
    </>
  );
  const fieldError = renamed && !renamed.ok ? renamed.fields?.label : undefined;
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <form action={rename} className="flex min-w-64 grow items-start gap-2" noValidate>
          {hidden}
          <TextField
            name="label"
            label={`Reason ${label}`}
            isLabelHidden
            idPrefix={code}
            maxLength={120}
            autoComplete="off"
            isRequired
            defaultValue={label}
            error={fieldError}
            className="max-w-md grow"
          />
          <SubmitButton variant="outline">Rename</SubmitButton>
        </form>
        <div className="flex gap-1">
          {active && (
            <form action={move} className="flex gap-1">
              {hidden}
              <SubmitButton name="direction" value="up" variant="ghost" isDisabled={isFirst}>
                <ArrowUp aria-hidden /> <span className="sr-only">Move {label} up</span>
              </SubmitButton>
              <SubmitButton name="direction" value="down" variant="ghost" isDisabled={isLast}>
                <ArrowDown aria-hidden /> <span className="sr-only">Move {label} down</span>
              </SubmitButton>
            </form>
          )}
          <form action={turn}>
            {hidden}
            <SubmitButton name="active" value={String(!active)} variant="ghost">
              {active ? "Deactivate" : "Reactivate"} <span className="sr-only">{label}</span>
            </SubmitButton>
          </form>
        </div>
      </div>
      <SettingNotice result={renamed} shownFields={["label"]} />
      {moved && !moved.ok && <SettingNotice result={moved} />}
      {switched && (!switched.ok || switched.data.outcome !== "saved") && <SettingNotice result={switched} />}
    </li>
  );
}
