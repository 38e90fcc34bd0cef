import {
  ArrowDownToLine,
  ArrowUpFromLine,
  House,
  Inbox,
  ListChecks,
  type LucideIcon,
  Package,
  ScrollText,
  Settings,
  Warehouse,
} from "lucide-react";
import type { MemberRole } from "@/lib/auth/roles";
import { routes } from "@/lib/routes";

export type NavigationItem = {
  label: string;
  href: string;
  Icon: LucideIcon;
  /** Active only on this very page, not on those below it. */
  isExact?: boolean;
  /** Goes there after the key "g". */
  letter: string;
};

type RoleItem = NavigationItem & { role?: MemberRole };

/**
 * Where this member can go, in the order of the day's work. Shows the way only: every page asks the gate itself.
 * `decides`: something waits for this very person, who may be an admin standing in where no approver can.
 */
export function navigationFor(org: string, roles: readonly MemberRole[], decides = false): NavigationItem[] {
  const items: RoleItem[] = [
    { label: "Home", href: routes.home(org), Icon: House, letter: "h", isExact: true },
    { label: "Orders", href: routes.orders(org), Icon: Package, letter: "o" },
    { label: "Requests", href: routes.requests(org), Icon: Inbox, letter: "r" },
    { label: "Queue", href: routes.queue(org), Icon: ListChecks, letter: "q", role: "approver" },
    { label: "Fulfillment", href: routes.fulfillment(org), Icon: Warehouse, letter: "f", role: "fulfillment" },
    { label: "Import", href: routes.import(org), Icon: ArrowUpFromLine, letter: "i", role: "admin" },
    { label: "Export", href: routes.export(org), Icon: ArrowDownToLine, letter: "e", role: "admin" },
    { label: "Audit", href: routes.audit(org), Icon: ScrollText, letter: "a", role: "admin" },
    { label: "Settings", href: routes.settings(org), Icon: Settings, letter: "s", role: "admin" },
  ];
  const opened: readonly MemberRole[] = decides ? [...roles, "approver"] : roles;
  return items.filter(({ role }) => !role || opened.includes(role)).map(({ role: _role, ...item }) => item);
}
