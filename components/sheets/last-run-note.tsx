import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";
import type { LastRun, SheetRunState } from "@/lib/sheets/queries";

type Props = { org: string; run: LastRun | null; timeZone: string };

const words = {
  running: "Being read since",
  waiting: "Its preview waits since",
  committed: "Imported",
  unchanged: "Unchanged, looked at",
  failed: "Could not be imported",
} satisfies Record<SheetRunState, string>;

/** How the last reading of a sheet went. */
export function LastRunNote({ org, run, timeZone }: Props) {
  if (!run) return <p className="text-xs text-muted">Not imported from here yet.</p>;
  const isBad = run.state === "failed" || run.nextAttemptAt !== null;
  return (
    <div className="text-xs text-muted">
      <p>
        <span className={isBad ? "text-danger-soft-foreground" : undefined}>
          {run.nextAttemptAt ? "Failed, tried again soon; since" : words[run.state]}
        </span>{" "}
        <RelativeTime at={run.at} timeZone={timeZone} />
        {run.isScheduled && " by its schedule"}
        {run.importId && (
          <>
            {" · "}
            <TextLink href={routes.importRun(org, run.importId)}>Open the import</TextLink>
          </>
        )}
      </p>
      {run.message && (isBad || run.state === "waiting") && <p className="max-w-2xl text-pretty">{run.message}</p>}
    </div>
  );
}
