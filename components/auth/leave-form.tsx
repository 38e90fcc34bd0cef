"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { leaveOrganization } from "@/lib/auth/profile-actions";

type Props = { org: string; name: string };

export function LeaveForm({ org, name }: Props) {
  const [result, action] = useActionState(leaveOrganization, null);
  return (
    <form action={action} className="flex flex-col gap-4">
      <OrgField slug={org} />
      <FormNotice result={result} />
      <p className="text-sm text-pretty">
        You lose sight of {name} at once. Your requests and decisions stay, under your name. Only an admin can bring you
        back.
      </p>
      <SubmitButton variant="danger" pendingLabel="Leaving…">
        Leave {name}
      </SubmitButton>
    </form>
  );
}
