import { buttonVariants } from "@heroui/styles";
import { Download } from "lucide-react";
import type { ExportFile } from "@/lib/exports/export-view";
import { routes } from "@/lib/routes";

type Props = { org: string; number: number; files: ExportFile[] };

/** The files of an export as plain links: the browser saves them, and the same ones again at any time. */
export function ExportFiles({ org, number, files }: Props) {
  const isSplit = files.length > 1;
  return (
    <span className="flex flex-col items-start gap-2">
      {files.map(({ name, rows }, at) => (
        <span key={name + String(at)} className="flex items-center gap-2 max-md:flex-wrap">
          {isSplit && (
            <span className="max-w-48 truncate text-xs text-muted">
              {name} ({rows.toLocaleString("en-US")})
            </span>
          )}
          {(["csv", "xlsx"] as const).map((format) => (
            <a
              key={format}
              href={routes.exportDownload(org, number, { format, source: isSplit ? at + 1 : undefined })}
              download
              className={buttonVariants({ variant: "outline", size: "sm" })}
            >
              <Download aria-hidden />
              {format === "csv" ? "CSV" : "Excel"}
              <span className="sr-only">
                {" "}
                of export {number}
                {isSplit && `, ${name}`}
              </span>
            </a>
          ))}
        </span>
      ))}
    </span>
  );
}
