import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/result";

type Props = {
  result: ActionResult<unknown> | null;
  /** The fields the form shows; messages about any other are listed here, so that none is lost. */
  shownFields?: readonly string[];
};

/** The refusal of the last submit, read out at once; nothing before the first submit or after a success. */
export function FormNotice({ result, shownFields = [] }: Props) {
  if (!result || result.ok) return null;
  const hidden = Object.entries(result.fields ?? {}).filter(([name]) => !shownFields.includes(name));
  return (
    <Notice tone="danger" isAnnounced>
      <p>{result.message}</p>
      {hidden.length > 0 && (
        <ul className="mt-1 list-disc pl-4">
          {hidden.map(([name, message]) => (
            <li key={name}>{message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
