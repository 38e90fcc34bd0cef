import type { Selected } from "@/components/change-requests/queue-selection";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ManyResult } from "@/lib/change-requests/decide-many";
import { decideSentence } from "@/lib/change-requests/decide-sentence";
import { routes } from "@/lib/routes";

type Props = { org: string; results: readonly ManyResult[]; asked: readonly Selected[] };

/** What became of each request of a selection: none is left out, whatever happened to another. */
export function BulkResults({ org, results, asked }: Props) {
  const references = new Map(asked.map(({ request_id, reference }) => [request_id, reference]));
  const lines = results.map((result) => ({
    ...decideSentence(result),
    id: result.item.request_id,
    reference: references.get(result.item.request_id) ?? "",
  }));
  const open = lines.filter(({ isSettled }) => !isSettled).length;
  const title =
    open === 0
      ? `All ${lines.length} are done`
      : `${lines.length - open} of ${lines.length} are done, ${open} need another look`;
  return (
    <Notice tone={open === 0 ? "success" : "warning"} isAnnounced title={title}>
      <ul className="mt-1 flex max-h-64 flex-col gap-0.5 overflow-y-auto">
        {lines.map(({ id, reference, text, isSettled }) => (
          <li key={id} className={isSettled ? undefined : "font-medium"}>
            <TextLink href={routes.request(org, reference)} className="tabular-nums">
              {reference}
            </TextLink>{" "}
            {text}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
