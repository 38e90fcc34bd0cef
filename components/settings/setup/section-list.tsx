import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";
import type { SetupSection } from "@/lib/settings/setup/describe-setup";

type Props = { org: string; sections: readonly SetupSection[] };

/** The rules in plain sentences, each section with the way to its question. */
export function SectionList({ org, sections }: Props) {
  return (
    <dl className="divide-y divide-separator">
      {sections.map(({ slug, title, sentences }) => (
        <div key={slug} className="grid gap-x-6 gap-y-1 py-3.5 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
          <dt className="text-sm font-medium">{title}</dt>
          <dd className="flex max-w-prose flex-col gap-1 text-sm text-pretty">
            {sentences.length > 0 ? (
              sentences.map((sentence) => (
                <p key={sentence} className="whitespace-pre-line wrap-anywhere">
                  {sentence}
                </p>
              ))
            ) : (
              <p className="text-muted">Nothing said.</p>
            )}
          </dd>
          <dd data-print="hide" className="text-sm">
            <TextLink href={routes.setupStep(org, slug)}>
              Change <span className="sr-only">{title}</span>
            </TextLink>
          </dd>
        </div>
      ))}
    </dl>
  );
}
