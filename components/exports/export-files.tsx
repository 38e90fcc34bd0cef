import { buttonVariants } from "@heroui/styles";
import { Download } from "lucide-react";
import type { ExportFile } from "@/lib/exports/export-view";
import { routes } from "@/lib/routes";

type Props = { org: string; number: number; files: ExportFile[] };

/** The files of an export as plain links: the browser saves them, and the same ones again at any time. */
export function ExportFiles({ org, number, files }: Props) {
  return (
    <span className="flex flex-wrap gap-2">
      {files.map(({ name, rows }, at) => (
        <a
          key={name + String(at)}
          href={routes.exportDownload(org, number, files.length > 1 ? at + 1 : undefined)}
          download
          className={buttonVariants({ variant: "outline", size: "sm" })}
        >
          <Download aria-hidden />
          {files.length > 1 ? (
            <span className="max-w-48 truncate">
              {name} ({rows.toLocaleString("en-US")})
            </span>
          ) : (
            <>
              Download<span className="sr-only"> export {number}</span>
            </>
          )}
        </a>
      ))}
    </span>
  );
}
