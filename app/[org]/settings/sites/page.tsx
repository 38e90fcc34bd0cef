import type { Metadata } from "next";
import { SiteForm } from "@/components/settings/site-form";
import { SitePanel } from "@/components/settings/site-panel";
import { Panel } from "@/components/ui/panel";
import { timeZones } from "@/lib/auth/founding-choices";
import { forPage, requireMember } from "@/lib/auth/gate";
import { todayIn } from "@/lib/dates";
import { listSites } from "@/lib/settings/rules-queries";

export const metadata: Metadata = { title: "Sites" };

export default async function SitesPage({ params }: PageProps<"/[org]/settings/sites">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const sites = await forPage(listSites(db, org.id, todayIn(org.timeZone)));
  const zones = timeZones();
  const blank = { code: "", name: "", ship_cutoff: "16:00", work_days: [1, 2, 3, 4, 5], is_default: false };
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted text-pretty">
        Where orders ship from, and until when on a day. Urgency counts in the site&apos;s own clock: what ships on a
        day nothing leaves has to leave on the last work day before it.
      </p>
      {sites.map((site) => (
        <SitePanel key={site.code} org={org.slug} site={site} timeZones={zones} />
      ))}
      <Panel title="Another site">
        <SiteForm
          key={sites.length}
          org={org.slug}
          site={{ ...blank, time_zone: org.timeZone }}
          timeZones={zones}
          isNew
        />
      </Panel>
    </div>
  );
}
