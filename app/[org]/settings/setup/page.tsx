import type { Metadata } from "next";
import { SectionList } from "@/components/settings/setup/section-list";
import { SetupDone } from "@/components/settings/setup/setup-done";
import { SetupDraftNotice } from "@/components/settings/setup/setup-draft-notice";
import { SetupStart } from "@/components/settings/setup/setup-start";
import { VersionList } from "@/components/settings/setup/version-list";
import { Panel } from "@/components/ui/panel";
import { ruleNames } from "@/lib/approvals/queries";
import { forPage, requireMember } from "@/lib/auth/gate";
import { describeSetup } from "@/lib/settings/setup/describe-setup";
import { getSetup, listSetups } from "@/lib/settings/setup/queries";
import { setupDifferences } from "@/lib/settings/setup/setup-differences";

export const metadata: Metadata = { title: "Set-up" };

/** How this organization works: the rules that hold, what was answered and not applied, and every earlier version. */
export default async function SetupPage({ params, searchParams }: PageProps<"/[org]/settings/setup">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const [{ version, facts, draft }, versions, names] = await forPage(
    Promise.all([getSetup(db, org.id), listSetups(db, org.id), ruleNames(db, org.id)]),
  );
  const { applied, unchanged } = await searchParams;
  const shown = versions.map((one, at) => {
    const before = versions[at + 1];
    return { ...one, differences: before ? setupDifferences(before.facts, one.facts, names) : null };
  });
  return (
    <div className="flex flex-col gap-4">
      {(applied || unchanged) && version > 0 && (
        <SetupDone org={org.slug} version={version} isChanged={applied !== undefined} />
      )}
      {draft && <SetupDraftNotice org={org.slug} answers={draft.answers} />}
      {version === 0 && !draft ? (
        <SetupStart org={org.slug} name={org.name} />
      ) : (
        <Panel title="What is held to" aside={version > 0 ? `version ${version}` : "as it came"}>
          <SectionList org={org.slug} sections={describeSetup(facts, names)} />
        </Panel>
      )}
      {shown.length > 0 && (
        <Panel title="Versions" aside="each as it was applied" isFlush>
          <VersionList versions={shown} timeZone={org.timeZone} />
        </Panel>
      )}
    </div>
  );
}
