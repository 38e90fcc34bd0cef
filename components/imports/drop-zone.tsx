"use client";

import { buttonVariants, cn } from "@heroui/styles";
import { FileSpreadsheet } from "lucide-react";
import { type ChangeEvent, type DragEvent, type ReactNode, useId, useState } from "react";

type Props = {
  label: string;
  /** What kind of file is meant, and where one comes from. */
  children: ReactNode;
  /** One file, or several that were chosen together. */
  onFiles: (files: File[]) => void;
};

/** Takes files, dropped or chosen. The native input does the work, so the keyboard and a phone's file list do too. */
export function DropZone({ label, children, onFiles }: Props) {
  const id = useId();
  const [isOver, setOver] = useState(false);

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])];
    // The same file may be chosen again after it was corrected.
    event.target.value = "";
    if (files.length > 0) onFiles(files);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the input inside is the control
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "relative flex flex-col items-center gap-3 rounded-xl border-2 border-dashed px-6 py-10 text-center",
        isOver ? "border-accent bg-accent/6" : "border-field-border bg-surface",
      )}
    >
      <span className="grid size-11 place-items-center rounded-full bg-accent-soft text-accent-soft-foreground">
        <FileSpreadsheet aria-hidden className="size-5" />
      </span>
      <div className="flex flex-col gap-0.5 text-sm">
        <p className="font-medium">{label}</p>
        <div id={`${id}-help`} className="max-w-md text-muted text-pretty">
          {children}
        </div>
      </div>
      <label
        htmlFor={id}
        className={cn(
          buttonVariants({ variant: "primary" }),
          "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        )}
      >
        Choose a file
        <input
          id={id}
          type="file"
          multiple
          accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={`${id}-help`}
          onChange={choose}
          className="sr-only"
        />
      </label>
    </div>
  );
}
