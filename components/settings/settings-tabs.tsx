"use client";

import { usePathname } from "next/navigation";
import { TabLinks } from "@/components/ui/tab-links";
import { routes } from "@/lib/routes";

/** The parts of the settings, with the one that is open marked. */
export function SettingsTabs({ org }: { org: string }) {
  const pathname = usePathname();
  const parts = [
    { label: "Set-up", href: routes.setup(org) },
    { label: "Status words", href: routes.statusWords(org) },
    { label: "What is locked", href: routes.lockRules(org) },
    { label: "Formats", href: routes.formatSettings(org) },
    { label: "Sites", href: routes.sites(org) },
    { label: "Approvals", href: routes.approvalRules(org) },
    { label: "Reasons", href: routes.reasons(org) },
    { label: "Notifications", href: routes.notificationSettings(org) },
    { label: "API keys", href: routes.apiKeys(org) },
    { label: "Mail", href: routes.mail(org) },
    { label: "People", href: routes.people(org) },
  ];
  return (
    <TabLinks
      label="Settings"
      tabs={parts.map((part) => ({
        ...part,
        isActive: pathname === part.href || pathname.startsWith(`${part.href}/`),
      }))}
    />
  );
}
