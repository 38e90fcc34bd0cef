import { TextLink } from "@/components/ui/text-link";
import type { ExportedRequest } from "@/lib/exports/export-view";
import { routes } from "@/lib/routes";

type Props = { org: string; requests: ExportedRequest[]; total?: number };

const SHOWN = 10;

/** The approved requests a file carries, by number. */
export function ExportRequests({ org, requests, total = requests.length }: Props) {
  const rest = total - Math.min(SHOWN, requests.length);
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {requests.slice(0, SHOWN).map(({ request_id, reference, order_number }) => (
        <li key={request_id} title={`Order ${order_number}`}>
          <TextLink href={routes.request(org, reference)} prefetch={false}>
            {reference}
          </TextLink>
        </li>
      ))}
      {rest > 0 && <li className="text-muted">and {rest.toLocaleString("en-US")} more</li>}
    </ul>
  );
}
