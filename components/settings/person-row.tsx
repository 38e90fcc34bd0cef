"use client";

import { useActionState } from "react";
import { HeldMark } from "@/components/settings/held-mark";
import { SettingNotice } from "@/components/settings/setting-notice";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { memberRoles, roleLabel } from "@/lib/auth/roles";
import { setRoles, switchMember } from "@/lib/settings/actions";
import type { Person } from "@/lib/settings/queries";

type Props = {
  org: string;
  person: Person;
  /** Mail to them came back or was reported as spam, and is held. */
  isHeld: boolean;
  isMyself: boolean;
};

/** One member: what they may do, and whether they may do anything at all. */
export function PersonRow({ org, person, isHeld, isMyself }: Props) {
  const [changed, change] = useActionState(setRoles, null);
  const [switched, turn] = useActionState(switchMember, null);
  const { id, name, email, roles, active } = person;
  const hidden = (
    <>
      <OrgField slug={org} />
      <input type="hidden" name="member_id" value={id} />
    </>
  );
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 lg:grid-cols-[minmax(9rem,1fr)_auto_auto]">
        <div className="min-w-0 text-sm">
          <p className={active ? "font-medium" : "font-medium text-muted"}>
            {name}
            {isMyself && <span className="font-normal text-muted"> (you)</span>}
          </p>
          <p className="truncate text-xs text-muted">{email}</p>
          {isHeld && <HeldMark org={org} email={email} />}
        </div>
        {active ? (
          // A new key shows what was saved, also when it was saved elsewhere.
          <form
            key={roles.join()}
            action={change}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 max-lg:col-span-2 max-lg:row-start-2 lg:flex-nowrap"
          >
            {hidden}
            <fieldset className="flex flex-wrap gap-x-3.5 gap-y-1">
              <legend className="sr-only">Roles of {name}</legend>
              {memberRoles.map((role) => (
                <CheckboxField
                  key={role}
                  name="roles[]"
                  value={role}
                  label={roleLabel(role)}
                  isDefaultChecked={roles.includes(role)}
                />
              ))}
            </fieldset>
            <SubmitButton size="sm" variant="outline">
              Save <span className="sr-only">roles of {name}</span>
            </SubmitButton>
          </form>
        ) : (
          <p className="text-sm text-muted max-lg:col-span-2 max-lg:row-start-2">
            {roles.map(roleLabel).join(", ")} before
          </p>
        )}
        <form action={turn} className="justify-self-end">
          {hidden}
          <SubmitButton size="sm" variant="ghost" name="active" value={String(!active)}>
            {active ? "Deactivate" : "Reactivate"} <span className="sr-only">{name}</span>
          </SubmitButton>
        </form>
      </div>
      <SettingNotice result={changed} />
      {switched && (!switched.ok || switched.data.outcome !== "saved") && <SettingNotice result={switched} />}
    </li>
  );
}
