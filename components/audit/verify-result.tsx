import dynamic from "next/dynamic";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import type { Verification } from "@/lib/audit/actions";

// Loaded only when there is an entry to show, which is when the chain is broken.
const EntryItem = dynamic(() => import("@/components/audit/entry-item").then((module) => module.EntryItem));

type Props = { verification: Verification; org: string; timeZone: string };

/** Whole, with the head to note down; or broken, with the first entry that doesn't fit. */
export function VerifyResult({ verification, org, timeZone }: Props) {
  const { ok, entries, head, first_bad_seq: bad, badEntry, comparedWith } = verification;
  if (!ok && bad !== null) {
    return (
      <Notice
        tone="danger"
        isAnnounced
        title={badEntry ? `Entry ${format(bad)} doesn't fit the chain` : `Entry ${format(bad)} is missing`}
      >
        <p>
          {badEntry
            ? "It, or the entry before it, is not what was written when it happened. Everything before it is unbroken."
            : "It was written and is not there any more. Everything before it is unbroken."}{" "}
          Keep a copy of the database as it is, and find out who can write to it past this application.
        </p>
        {badEntry && (
          <div className="mt-2 overflow-hidden rounded-lg border border-border bg-surface">
            <EntryItem entry={badEntry} org={org} timeZone={timeZone} isOpen />
          </div>
        )}
      </Notice>
    );
  }
  return (
    <Notice tone="success" isAnnounced title={`All ${format(entries)} entries are unbroken`}>
      {comparedWith !== null && (
        <p>Nothing up to entry {format(comparedWith)} was cut or rewritten since you noted it down.</p>
      )}
      <p>
        Note this head down outside this system. Compared with it later, even a cut end shows: entry {format(head.seq)}{" "}
        · <code className="font-mono text-xs break-all">{head.hash}</code>{" "}
        <CopyButton text={`${head.seq} ${head.hash}`} label="Copy the head" />
      </p>
    </Notice>
  );
}

function format(count: number): string {
  return count.toLocaleString("en-US");
}
