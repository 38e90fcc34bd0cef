import { ImportStatusBadge } from "@/components/imports/import-status-badge";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { ImportSummary } from "@/lib/imports/import-view";
import { routes } from "@/lib/routes";

type Props = { org: { slug: string; timeZone: string }; imports: readonly ImportSummary[] };

/** The imports that somebody has begun and not finished; the way to a new one when there are none. */
export function OpenImports({ org, imports }: Props) {
  const open = imports.filter(({ status }) => status === "staging" || status === "previewed");
  const [last] = imports.filter(({ status }) => status === "committed");
  return (
    <Panel title="Imports" aside={<TextLink href={routes.import(org.slug)}>Import a file</TextLink>} isFlush>
      {open.length === 0 && (
        <p className="px-4 py-3 text-sm text-muted">
          None to finish.{" "}
          {last && (
            <>
              The last one came in <RelativeTime at={last.closedAt ?? last.createdAt} timeZone={org.timeZone} />.
            </>
          )}
        </p>
      )}
      <ul className="divide-y divide-separator">
        {open.map(({ id, number, fileName, status, counts, createdAt }) => (
          <li key={id} className="flex items-start justify-between gap-4 px-4 py-2.5 text-sm">
            <span className="min-w-0 wrap-anywhere">
              <TextLink href={routes.importRun(org.slug, id)}>
                {number} · {fileName}
              </TextLink>
              <RelativeTime at={createdAt} timeZone={org.timeZone} className="block text-xs text-muted" />
            </span>
            <ImportStatusBadge status={status} counts={counts} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
