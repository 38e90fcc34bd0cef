import { Button } from "@heroui/react";
import type { UploadState } from "@/components/imports/use-row-upload";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { ProgressBar } from "@/components/ui/progress-bar";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  fileName: string;
  rowCount: number;
  state: Exclude<UploadState, { at: "idle" }>;
  onCancel: () => void;
  onRetry: () => void;
  onBack: () => void;
};

/** Rows on their way to the server, and what to do when they stop. No order changes before the commit. */
export function UploadProgress({ org, fileName, rowCount, state, onCancel, onRetry, onBack }: Props) {
  if (state.at === "stopped") {
    return (
      <Notice
        tone="warning"
        title={<span className="break-all">{fileName} has not been sent completely</span>}
        isAnnounced
        actions={
          <>
            <Button size="sm" onPress={onRetry}>
              Try again
            </Button>
            {state.importId ? (
              <ButtonLink size="sm" href={routes.importRun(org, state.importId)}>
                Finish or discard it later
              </ButtonLink>
            ) : (
              <Button size="sm" variant="outline" onPress={onBack}>
                Back to the columns
              </Button>
            )}
          </>
        }
      >
        {state.message}
      </Notice>
    );
  }
  const total = rowCount.toLocaleString("en-US");
  return (
    <Panel title={<span className="break-all">{fileName}</span>}>
      <div className="flex flex-col gap-4">
        {state.at === "sending" ? (
          <ProgressBar
            label="Sending rows"
            done={state.done}
            detail={`${state.rows.toLocaleString("en-US")} of ${total} rows`}
          />
        ) : (
          <ProgressBar label="Comparing with your orders" done={null} detail={`${total} rows`} />
        )}
        <p className="text-sm text-muted">
          No order changes yet. You will see every difference before anything is written.
        </p>
        {state.at === "sending" && (
          <div>
            <Button variant="outline" onPress={onCancel}>
              Stop
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
