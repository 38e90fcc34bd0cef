import { ClearAddressForm } from "@/components/notifications/clear-address-form";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import type { HeldAddress } from "@/lib/notifications/mail-queries";

type Props = { org: string; addresses: readonly HeldAddress[]; timeZone: string };

/** Addresses that mail no longer goes to, why, and the way to let it go there again. */
export function HeldAddresses({ org, addresses, timeZone }: Props) {
  if (addresses.length === 0) return null;
  return (
    <Panel title="Held addresses" aside="mail to them waits until they are cleared" isFlush>
      <ul className="divide-y divide-separator">
        {addresses.map(({ email, reason, detail, since }) => (
          <li key={email} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
            <div className="min-w-0 text-sm">
              <p className="font-medium wrap-anywhere">{email}</p>
              <p className="max-w-prose text-xs text-muted text-pretty wrap-anywhere">
                {reason === "complained" ? "The recipient reported a mail as spam" : "A mail came back"}
                {detail && `: ${detail}`} · <RelativeTime at={since} timeZone={timeZone} />
              </p>
            </div>
            <ClearAddressForm org={org} email={email} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
