import { RestoreReadingForm } from "@/components/imports/restore-reading-form";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { formatTimestamp } from "@/lib/dates";
import { describeReadingChanges } from "@/lib/imports/describe-reading-changes";
import type { ImportSource } from "@/lib/imports/learned-reading";
import { routes } from "@/lib/routes";

type Props = { org: string; timeZone: string; source: ImportSource };

/** The versions of how one kind of file is read, the newest first, each with what it changed. */
export function SourceVersions({ org, timeZone, source: { id, name, usedAt, versions } }: Props) {
  return (
    <Panel
      title={<span className="wrap-anywhere">{name}</span>}
      aside={`Last imported ${formatTimestamp(usedAt, timeZone)}`}
      isFlush
    >
      <ol className="divide-y divide-separator">
        {versions.map((version, at) => (
          <li
            key={version.version}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3 text-sm"
          >
            <div className="min-w-0 grow basis-80">
              <p className="font-medium">
                Version {version.version}
                {version.isProposed && <span className="ml-2 text-xs font-normal text-muted">in use</span>}
              </p>
              <p className="text-xs text-muted">
                {version.savedBy}, {formatTimestamp(version.savedAt, timeZone)}
                {version.importId && version.importNumber !== null && (
                  <>
                    , with{" "}
                    <TextLink href={routes.importRun(org, version.importId)}>import {version.importNumber}</TextLink>
                  </>
                )}
              </p>
              <ul className="mt-1.5 list-disc pl-4 wrap-anywhere">
                {describeReadingChanges(version.format, versions[at + 1]?.format ?? null).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
            {!version.isProposed && (
              <RestoreReadingForm org={org} sourceId={id} version={version.version} sourceName={name} />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
