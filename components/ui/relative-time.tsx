import { formatTimestamp, relativeTime } from "@/lib/dates";

type Props = { at: string; timeZone: string; className?: string };

/** "12 minutes ago", with the full time in the organization's zone on hover and for machines. Rendered on the server. */
export function RelativeTime({ at, timeZone, className }: Props) {
  return (
    <time dateTime={at} title={formatTimestamp(at, timeZone)} className={className} suppressHydrationWarning>
      {relativeTime(at)}
    </time>
  );
}
