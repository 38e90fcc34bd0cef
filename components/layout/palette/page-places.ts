import { navigationFor } from "@/components/layout/navigation";
import { settingsGroups } from "@/components/layout/settings-navigation";
import type { MemberRole } from "@/lib/auth/roles";
import { routes } from "@/lib/routes";

/** A page to go to. `letter`: what goes there after the key "g". */
export type PagePlace = { label: string; detail?: string; href: string; letter?: string };

/** Every page these roles may open that needs no more than its name: the navigation, and what lies behind it. */
export function pagePlaces(org: string, roles: readonly MemberRole[], decides = false): PagePlace[] {
  const isAdmin = roles.includes("admin");
  return [
    ...navigationFor(org, roles, decides).map(({ label, href, letter }) => ({ label, href, letter })),
    ...(roles.includes("fulfillment")
      ? [
          { label: "Changes to acknowledge", detail: "Fulfillment", href: routes.floorChanges(org) },
          { label: "Mark picked", detail: "Fulfillment", href: routes.markProgress(org) },
        ]
      : []),
    { label: "Notifications", href: routes.notifications(org), letter: "n" },
    { label: "Profile", detail: "Name, password, choices", href: routes.profile(org), letter: "p" },
    ...(isAdmin
      ? [
          { label: "How files are read", detail: "Import", href: routes.importSources(org) },
          ...settingsGroups(org).flatMap(({ label: group, parts }) =>
            parts.map(({ label, href }) => ({ label, detail: `Settings · ${group}`, href })),
          ),
        ]
      : []),
  ];
}

/** Pages whose name, or the name of where they are, holds every word; names that begin with the text come first. */
export function matchingPages(places: readonly PagePlace[], text: string): PagePlace[] {
  const query = text.trim().toLowerCase();
  const words = query.split(/\s+/);
  return places
    .filter(({ label, detail = "" }) => words.every((word) => `${label} ${detail}`.toLowerCase().includes(word)))
    .sort((a, b) => Number(b.label.toLowerCase().startsWith(query)) - Number(a.label.toLowerCase().startsWith(query)));
}
