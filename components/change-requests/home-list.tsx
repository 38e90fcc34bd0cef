import Link from "next/link";
import { HomeListRow } from "@/components/change-requests/home-list-row";
import { Panel } from "@/components/ui/panel";
import type { HomeList as List } from "@/lib/change-requests/home-lists";

type Props = { list: List; org: { slug: string; timeZone: string } };

/** The first requests of a list with the way to the rest. */
export function HomeList({ list, org }: Props) {
  const { title, href, empty, rows, total } = list;
  const link = (
    <Link href={href} className="hover:text-foreground">
      {total > 0 ? `See all ${total}` : "Open the list"}
      <span className="sr-only">: {title}</span>
    </Link>
  );
  return (
    <Panel title={title} aside={link} isFlush>
      {rows.length === 0 ? (
        <p className="px-4 py-5 text-sm text-muted">{empty}</p>
      ) : (
        <ul className="divide-y divide-separator">
          {rows.map((request) => (
            <HomeListRow key={request.id} request={request} org={org} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
