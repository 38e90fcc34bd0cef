import { buttonVariants } from "@heroui/styles";
import type { LucideIcon } from "lucide-react";
import { type AuditSearch, auditDownloadHref } from "@/lib/audit/audit-search";

type Props = { org: string; search: AuditSearch; format: "csv" | "json"; Icon: LucideIcon };

/** The entries that pass the filters, as a file. A plain link: a file is nothing to navigate to or to prefetch. */
export function DownloadLink({ org, search, format, Icon }: Props) {
  return (
    <a href={auditDownloadHref(org, search, format)} download className={buttonVariants({ variant: "outline" })}>
      <Icon aria-hidden /> {format.toUpperCase()}
    </a>
  );
}
