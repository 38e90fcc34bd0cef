import { CircleCheck, CircleHelp, type LucideIcon, MailX, UsersRound } from "lucide-react";
import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import { roleLabel } from "@/lib/auth/roles";
import { routes } from "@/lib/routes";
import type { Upkeep } from "@/lib/settings/upkeep";

type Props = { org: string; upkeep: Upkeep };

type Task = { Icon: LucideIcon; what: string; why: string; href: string };

/** What an admin should put right, each with the place where that is done. */
export function UpkeepPanel({ org, upkeep }: Props) {
  const tasks = tasksOf(org, upkeep);
  return (
    <Panel title={tasks.length > 0 ? `To put right (${tasks.length})` : "To put right"} isFlush>
      {tasks.length === 0 && (
        <p className="flex items-center gap-2 px-4 py-3 text-sm text-muted">
          <CircleCheck aria-hidden className="size-4 text-success-soft-foreground" />
          Every status word has a stage and every role has somebody.
        </p>
      )}
      <ul className="divide-y divide-separator">
        {tasks.map(({ Icon, what, why, href }) => (
          <li key={what}>
            <Link href={href} className="flex gap-2.5 px-4 py-2.5 text-sm -outline-offset-2 hover:bg-surface-secondary">
              <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-soft-foreground" />
              <span className="min-w-0">
                <span className="block font-medium wrap-anywhere">{what}</span>
                <span className="block text-[0.8125rem] text-muted text-pretty">{why}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function tasksOf(org: string, upkeep: Upkeep): Task[] {
  const { unmappedWords, lockedOrders, emptyRoles, isOneApproverAlone, expiredInvitations } = upkeep;
  const orders = lockedOrders === 1 ? "One order is" : `${lockedOrders.toLocaleString("en-US")} orders are`;
  const tasks: (Task | false)[] = [
    unmappedWords.length > 0 && {
      Icon: CircleHelp,
      what: `Nobody said what ${listed(unmappedWords.map((word) => `“${word}”`))} means`,
      why: `${orders} locked until you map it to a stage.`,
      href: routes.statusWords(org),
    },
    ...emptyRoles.map((role) => ({
      Icon: UsersRound,
      what: `Nobody has the role “${roleLabel(role)}”`,
      why: "Its work waits for ever: give it to somebody, or invite a colleague who takes it.",
      href: routes.people(org),
    })),
    isOneApproverAlone && {
      Icon: UsersRound,
      what: "Only one person approves, and also asks",
      why: "Nobody decides their own request, so theirs need a second approver.",
      href: routes.people(org),
    },
    expiredInvitations.length > 0 && {
      Icon: MailX,
      what: `The invitation of ${listed(expiredInvitations)} ran out`,
      why: "Send it again, or take it back.",
      href: routes.people(org),
    },
  ];
  return tasks.filter((task): task is Task => task !== false);
}

/** The first three by name, the rest as a number. */
function listed(names: readonly string[]): string {
  const rest = names.length - 3;
  return rest > 0 ? `${names.slice(0, 3).join(", ")} and ${rest} more` : names.join(", ");
}
