import "server-only";
import type { Gate, MemberRole } from "@/lib/auth/gate";
import { listQueue, listRequests, type RequestFilter } from "@/lib/change-requests/queries";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { routes } from "@/lib/routes";

const SHOWN = 5;

export type HomeList = {
  title: string;
  /** Where the whole list is. */
  href: string;
  /** What it says when there is nothing. */
  empty: string;
  /** The first few, and how many there are. */
  rows: RequestRow[];
  total: number;
};

type Source = Omit<HomeList, "rows" | "total"> & {
  roles: readonly MemberRole[];
  /** Left out when there is nothing: good news that needs no place. */
  isQuiet?: boolean;
  load: () => Promise<Pick<HomeList, "rows" | "total">>;
};

/** What needs a member now: the lists of each of their roles, the most pressing first. */
export async function listHome(gate: Gate): Promise<HomeList[]> {
  const mine = sourcesOf(gate).filter(({ roles }) => roles.some((role) => gate.member.roles.includes(role)));
  const lists = await Promise.all(
    mine.map(async ({ title, href, empty, isQuiet, load }) => {
      const { rows, total } = await load();
      return { title, href, empty, isQuiet, total, rows: rows.slice(0, SHOWN) };
    }),
  );
  return lists.filter(({ isQuiet, total }) => total > 0 || !isQuiet);
}

function sourcesOf({ db, member, org }: Gate): Source[] {
  const requests = (filter: Omit<RequestFilter, "page">) => listRequests(db, org.id, { ...filter, page: 1 });
  const href = routes.requests(org.slug);
  return [
    {
      roles: ["approver"],
      title: "Waiting for a decision",
      href: routes.queue(org.slug),
      empty: "Nothing waits for your decision.",
      load: async () => {
        const { rows, total } = await listQueue(db, org.id, 1);
        // Nobody decides what they asked for themselves; the queue shows those and says why.
        return { rows: rows.filter((row) => row.requested_by !== member.id), total };
      },
    },
    {
      roles: ["requester"],
      title: "Sent back to you",
      href,
      empty: "Nothing was sent back to you.",
      isQuiet: true,
      load: () => requests({ statuses: ["returned"], requestedBy: member.id }),
    },
    {
      roles: ["requester"],
      title: "Your pending requests",
      href,
      empty: "None of your requests is waiting.",
      load: () => requests({ statuses: ["pending"], requestedBy: member.id }),
    },
    {
      roles: ["fulfillment", "admin"],
      title: "Applied lately",
      href,
      empty: "No request was applied yet.",
      load: () => requests({ statuses: ["applied"] }),
    },
    {
      roles: ["admin"],
      title: "Refused attempts",
      href,
      empty: "No attempt was refused yet.",
      isQuiet: true,
      load: () => requests({ statuses: ["refused"] }),
    },
  ];
}
