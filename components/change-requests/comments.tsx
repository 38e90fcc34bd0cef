import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Comment } from "@/lib/change-requests/comment";

type Props = {
  comments: readonly Comment[];
  timeZone: string;
  /** The form to add one. */
  children: ReactNode;
};

/** What people said about a request, from the first to the last. */
export function Comments({ comments, timeZone, children }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {comments.length > 0 && (
        <ol className="flex flex-col gap-3">
          {comments.map(({ id, author, at, body, mentioned, round }) => (
            <li key={id} className="text-sm">
              <p className="text-xs text-muted">
                <span className="font-medium text-foreground">{author}</span>
                {mentioned.length > 0 && ` to ${new Intl.ListFormat("en-GB").format(mentioned)}`}
                {round > 1 && ` · round ${round}`} · <RelativeTime at={at} timeZone={timeZone} />
              </p>
              <p className="mt-0.5 whitespace-pre-line break-words text-pretty wrap-anywhere">{body}</p>
            </li>
          ))}
        </ol>
      )}
      {children}
    </div>
  );
}
