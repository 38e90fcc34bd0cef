import { DifferenceList } from "@/components/settings/setup/difference-list";
import { formatTimestamp } from "@/lib/dates";
import type { SetupDifference } from "@/lib/settings/setup/setup-differences";

export type ShownVersion = {
  version: number;
  appliedBy: string;
  appliedAt: string;
  /** Against the version before; null for the oldest that is shown. */
  differences: SetupDifference[] | null;
};

/** Who applied what when, the newest first. Nothing of it is ever changed. */
export function VersionList({ versions, timeZone }: { versions: readonly ShownVersion[]; timeZone: string }) {
  return (
    <ul className="divide-y divide-separator">
      {versions.map(({ version, appliedBy, appliedAt, differences }) => (
        <li key={version} className="px-4">
          <details>
            <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-0.5 py-3 text-sm">
              <span className="font-medium">Version {version}</span>
              <span className="text-muted">
                {appliedBy}, {formatTimestamp(appliedAt, timeZone)}
              </span>
              <span className="text-xs text-muted">{headline(differences)}</span>
            </summary>
            <div className="pb-4">
              {differences && differences.length > 0 ? (
                <DifferenceList differences={differences} />
              ) : (
                <p className="text-sm text-muted">
                  {differences ? "It reads like the version before." : "The first set-up."}
                </p>
              )}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function headline(differences: SetupDifference[] | null): string {
  if (!differences) return "the first set-up";
  if (differences.length === 0) return "no difference in words";
  return differences.map(({ title }) => title).join(", ");
}
