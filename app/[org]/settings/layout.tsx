import { PageHeader } from "@/components/layout/page-header";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { requireMember } from "@/lib/auth/gate";

/** The frame of the settings. Each page asks the gate itself: a layout doesn't run for every navigation. */
export default async function SettingsLayout({ children, params }: LayoutProps<"/[org]/settings">) {
  const { org } = await requireMember((await params).org, "admin");
  return (
    <>
      <PageHeader title="Settings" />
      <div className="-mt-2 mb-5">
        <SettingsTabs org={org.slug} />
      </div>
      {children}
    </>
  );
}
