"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

type Props = { name: string; secret: string | null; appUrl: string };

/** A new key, for the only time it can be seen, and how a machine uses it. */
export function CreatedKey({ name, secret, appUrl }: Props) {
  if (secret === null) {
    return (
      <Notice tone="warning" title={`${name} was created by your first click`} isAnnounced>
        Its key was shown then and is not kept anywhere. Revoke it below and create another one if nobody copied it.
      </Notice>
    );
  }
  const example = [
    `curl -X POST "${appUrl}/api/v1/imports?commit=auto" \\`,
    `  -H "Authorization: Bearer $ORDER_CHANGES_KEY" \\`,
    `  -H "Content-Type: text/csv" -H "Idempotency-Key: nightly-$(date +%F)" \\`,
    `  --data-binary @open-orders.csv`,
  ].join("\n");
  return (
    <Notice tone="success" title={`Copy the key of ${name} now: it is not shown again`} isAnnounced>
      <div className="flex flex-col gap-3">
        <div className="flex items-center gap-1 rounded-md border border-border bg-surface py-1 pr-1 pl-3">
          <code className="min-w-0 grow font-mono text-xs break-all select-all">{secret}</code>
          <CopyButton text={secret} label="Copy the key" />
        </div>
        <p>Keep it like a password. Whoever has it imports and exports in your name, and the audit trail says so.</p>
        <pre className="rounded-md bg-default px-3 py-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
          {example}
        </pre>
      </div>
    </Notice>
  );
}
