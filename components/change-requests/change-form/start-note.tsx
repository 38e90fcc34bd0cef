import { ThreeWay } from "@/components/change-requests/three-way";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ChangeView } from "@/lib/change-requests/change-view";
import type { Problem } from "@/lib/change-requests/problem";
import type { LeftOut } from "@/lib/change-requests/reverse-changes";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  way: "again" | "undo" | "revise";
  reference: string;
  changes: readonly ChangeView[];
  moved: readonly Problem[];
  left: readonly LeftOut[];
};

/** Where what stands in the form comes from, what moved under it since, and what of it is out of the question now. */
export function StartNote({ org, way, reference, changes, moved, left }: Props) {
  if (way === "revise" && moved.length === 0) return null;
  const request = <TextLink href={routes.request(org, reference)}>{reference}</TextLink>;
  return (
    <Notice
      tone={moved.length > 0 || left.length > 0 ? "warning" : "info"}
      className="mb-4"
      title={titleOf(way, moved.length > 0)}
    >
      {way === "undo" && (
        <p>
          The form holds the values from before {request}. Look them over and send them: they are checked and approved
          like any other change.
        </p>
      )}
      {way === "again" && <p>The form holds what {request} asked for. Look it over and send it as a new request.</p>}
      {left.length > 0 && (
        <ul className="mt-1 list-disc pl-4">
          {left.map(({ subject, sentence }) => (
            <li key={`${subject} ${sentence}`} className="wrap-anywhere">
              <span className="font-medium">{subject}</span> {way === "undo" ? "stays as it is: " : ""}
              {way === "undo" ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence}
            </li>
          ))}
        </ul>
      )}
      {moved.length > 0 && (
        <div className="mt-2">
          <ThreeWay changes={changes} moved={moved} />
        </div>
      )}
    </Notice>
  );
}

function titleOf(way: Props["way"], hasMoved: boolean): string {
  if (way === "undo") return "Back to how it was";
  if (hasMoved) return "The order changed since this was asked";
  return "Asked before";
}
