"use client";

import { DropZone } from "@/components/imports/drop-zone";
import { FileRefused } from "@/components/imports/file-refused";
import { ReadingProgress } from "@/components/imports/reading-progress";
import { UploadProgress } from "@/components/imports/upload-progress";
import { useFileReader } from "@/components/imports/use-file-reader";
import { useRowUpload } from "@/components/imports/use-row-upload";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import type { ImportRun } from "@/lib/imports/import-view";
import { choicesOf } from "@/lib/imports/reading-choices";

type Props = {
  org: string;
  run: Pick<ImportRun, "id" | "number" | "fileName" | "fileBytes" | "fileHash" | "rowCount" | "format">;
};

/** Goes on with an upload that stopped: the same file again, its columns as they were agreed on. */
export function ResumeUpload({ org, run }: Props) {
  const { state, read, close } = useFileReader([run.format]);
  const upload = useRowUpload(org);

  async function resume(chosen: File[]) {
    const opened = await read(chosen, choicesOf(run.format));
    if (!opened) return;
    if (!isSameFile(run, opened.file)) {
      const message = `Its contents differ from ${run.fileName}, which import ${run.number} was started with. Choose that file, or discard this import and start a new one.`;
      return close({ fileName: chosen.map(({ name }) => name).join(" + "), message });
    }
    void upload.start({ ...opened, fileName: run.fileName, format: run.format, importId: run.id });
  }

  if (state.at === "reading") return <ReadingProgress {...state} onCancel={() => close()} />;
  if (state.at === "open" && upload.state.at !== "idle") {
    return (
      <UploadProgress
        org={org}
        fileName={state.fileName}
        rowCount={run.rowCount}
        state={upload.state}
        onCancel={upload.cancel}
        onRetry={() => void upload.retry()}
        onBack={() => close()}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {state.at === "choose" && state.refused && <FileRefused {...state.refused} />}
      <DropZone label={`Choose ${run.fileName} again`} onFiles={(files) => void resume(files)}>
        Only the rows that are missing are added. The columns stay as you chose them.
      </DropZone>
    </div>
  );
}

/** By their hashes; where the browser couldn't hash, by size and rows. The database refuses rows that differ anyway. */
function isSameFile(run: Props["run"], file: OpenedFile): boolean {
  if (run.fileHash !== null && file.sha256 !== null) return run.fileHash === file.sha256;
  return run.fileBytes === file.bytes && run.rowCount === file.rowCount;
}
