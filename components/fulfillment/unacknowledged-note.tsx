import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";

type Props = { org: string; references: readonly string[] };

/** On an order: what was changed and the floor has not seen yet. */
export function UnacknowledgedNote({ org, references }: Props) {
  if (references.length === 0) return null;
  return (
    <Notice tone="warning" title="Changed, but not acknowledged by fulfillment">
      {references.map((reference, index) => (
        <span key={reference}>
          {index > 0 && ", "}
          <TextLink href={routes.request(org, reference)}>{reference}</TextLink>
        </span>
      ))}{" "}
      was written to this order, and nobody on the floor has said that they saw it.
    </Notice>
  );
}
