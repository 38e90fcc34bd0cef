import { ClipboardList } from "lucide-react";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";

type Props = { org: string; count: number };

/** For whoever approves: what was approved is of no use while the floor does not know. */
export function NotSeenNote({ org, count }: Props) {
  if (count === 0) return null;
  return (
    <p className="mb-4 flex items-center gap-2 text-sm text-muted" data-print="hide">
      <ClipboardList aria-hidden className="size-4 shrink-0" />
      <span>
        <TextLink href={routes.floorChanges(org)}>
          {count === 1 ? "1 approved change" : `${count.toLocaleString("en-US")} approved changes`}
        </TextLink>{" "}
        not acknowledged by fulfillment yet.
      </span>
    </p>
  );
}
