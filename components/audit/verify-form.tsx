"use client";

import { ShieldCheck } from "lucide-react";
import { useActionState } from "react";
import { VerifyResult } from "@/components/audit/verify-result";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { verifyChain } from "@/lib/audit/actions";

type Props = { org: string; timeZone: string };

/** Recomputes every hash and link; with a head noted down earlier also that nothing up to there was cut or rewritten. */
export function VerifyForm({ org, timeZone }: Props) {
  const [result, action] = useActionState(verifyChain, null);
  const refused = result && !result.ok ? result : null;
  const typed = (name: string) => {
    const value = refused?.values?.[name];
    return typeof value === "string" ? value : undefined;
  };
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      <OrgField slug={org} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <SubmitButton pendingLabel="Verifying…" variant="outline">
          <ShieldCheck aria-hidden /> Verify the chain
        </SubmitButton>
        <p className="max-w-prose min-w-60 grow basis-0 text-sm text-muted text-pretty">
          Each entry carries a hash over itself and the entry before it. Verifying computes all of them again: an
          altered, missing or added entry shows.
        </p>
      </div>
      <FormNotice result={result} shownFields={["head_seq", "head_hash"]} />
      {result?.ok && <VerifyResult verification={result.data} org={org} timeZone={timeZone} />}
      <details className="text-sm" open={refused ? true : undefined}>
        <summary className="w-fit cursor-pointer text-muted hover:text-foreground">
          Compare with a head noted down earlier
        </summary>
        <div className="mt-3 grid max-w-3xl gap-3 sm:grid-cols-[10rem_1fr]">
          <TextField
            name="head_seq"
            label="Entry"
            inputMode="numeric"
            autoComplete="off"
            maxLength={15}
            defaultValue={typed("head_seq")}
            error={refused?.fields?.head_seq}
          />
          <TextField
            name="head_hash"
            label="Its hash"
            autoComplete="off"
            maxLength={80}
            description="64 characters, as shown after an earlier verification or in a download."
            defaultValue={typed("head_hash")}
            error={refused?.fields?.head_hash}
          />
        </div>
      </details>
    </form>
  );
}
