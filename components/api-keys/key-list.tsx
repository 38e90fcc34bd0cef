import { KeyRound } from "lucide-react";
import { RevokeKeyForm } from "@/components/api-keys/revoke-key-form";
import { EmptyState } from "@/components/layout/empty-state";
import { Mark } from "@/components/ui/mark";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ApiKey } from "@/lib/api-keys/queries";
import { scopeWords } from "@/lib/api-keys/scopes";
import { formatTimestamp } from "@/lib/dates";

type Props = { org: string; keys: ApiKey[]; timeZone: string };

const states = {
  expired: { label: "Expired", tone: "warning" },
  revoked: { label: "Revoked", tone: "neutral" },
  without_admin: { label: "Stopped", tone: "warning" },
} as const;

/** The keys with what they may do, who made them and when they were last used. */
export function KeyList({ org, keys, timeZone }: Props) {
  if (keys.length === 0) {
    return (
      <EmptyState Icon={KeyRound} title="No keys yet">
        With a key, a nightly job imports the open orders and fetches the updates without anybody signing in.
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-separator">
      {keys.map((key) => (
        <li key={key.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3 text-sm">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              <span className="wrap-anywhere">{key.name}</span>
              <code className="font-mono text-xs font-normal text-muted">{key.prefix}…</code>
              {key.state !== "active" && <Mark Icon={KeyRound} {...states[key.state]} />}
            </p>
            <p className="text-xs text-muted">
              {key.scopes.map((scope) => scopeWords(scope).label).join(", ")} · by {key.createdBy} ·{" "}
              {key.expiresAt ? `until ${formatTimestamp(key.expiresAt, timeZone)}` : "no end"}
            </p>
            <p className="text-xs text-muted">
              {key.lastUsedAt ? (
                <>
                  Last used <RelativeTime at={key.lastUsedAt} timeZone={timeZone} />
                </>
              ) : (
                "Never used"
              )}
              {key.state === "without_admin" && ` · ${key.createdBy} is no admin any more, so it does nothing.`}
            </p>
          </div>
          {key.state !== "revoked" && <RevokeKeyForm org={org} keyId={key.id} name={key.name} />}
        </li>
      ))}
    </ul>
  );
}
