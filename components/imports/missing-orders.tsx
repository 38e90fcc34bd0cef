import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";

type Props = { org: string; count: number; shown: string[] };

/** Open orders the file no longer has. A file never deletes anything, so this is only to be known. */
export function MissingOrders({ org, count, shown }: Props) {
  if (count === 0) return null;
  return (
    <Panel title="Open orders that are not in this file" aside={`${count.toLocaleString("en-US")}, left as they are`}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {shown.map((number) => (
          <li key={number}>
            <TextLink href={routes.order(org, number)} prefetch={false}>
              {number}
            </TextLink>
          </li>
        ))}
        {count > shown.length && (
          <li className="text-muted">and {(count - shown.length).toLocaleString("en-US")} more</li>
        )}
      </ul>
    </Panel>
  );
}
