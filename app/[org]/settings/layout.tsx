import { PageHeader } from "@/components/layout/page-header";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { requireMember } from "@/lib/auth/gate";

/** The frame of the settings. Each page asks the gate itself: a layout doesn't run for every navigation. */
export default async function SettingsLayout({ children, params }: LayoutProps<"/[org]/settings">) {
  const { org } = await requireMember((await params).org, "admin");
  return (
    <>
      <PageHeader title="Settings" />
      <div className="xl:grid xl:grid-cols-[10.5rem_minmax(0,1fr)] xl:gap-6">
        <div className="mb-6 xl:sticky xl:top-7 xl:mb-0 xl:self-start">
          <SettingsTabs org={org.slug} />
        </div>
        <div className="min-w-0">{children}</div>
      </div>
    </>
  );
}
