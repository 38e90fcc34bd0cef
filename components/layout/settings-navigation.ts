import { routes } from "@/lib/routes";

export type SettingsGroup = { label: string; parts: { label: string; href: string }[] };

/** The parts of the settings, by what they are about. */
export function settingsGroups(org: string): SettingsGroup[] {
  return [
    {
      label: "Organization",
      parts: [
        { label: "Set-up", href: routes.setup(org) },
        { label: "People", href: routes.people(org) },
        { label: "Sites", href: routes.sites(org) },
      ],
    },
    {
      label: "Rules",
      parts: [
        { label: "Status words", href: routes.statusWords(org) },
        { label: "What is locked", href: routes.lockRules(org) },
        { label: "Approvals", href: routes.approvalRules(org) },
        { label: "Reasons", href: routes.reasons(org) },
        { label: "Formats", href: routes.formatSettings(org) },
      ],
    },
    {
      label: "Messages and API",
      parts: [
        { label: "Notifications", href: routes.notificationSettings(org) },
        { label: "Mail", href: routes.mail(org) },
        { label: "API keys", href: routes.apiKeys(org) },
      ],
    },
  ];
}
