"use client";

import { X } from "lucide-react";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDate } from "@/lib/dates";
import type { SiteWithHolidays } from "@/lib/settings/site";
import { removeHoliday } from "@/lib/settings/sites-actions";

type Props = { org: string; site: SiteWithHolidays };

/** Days on which nothing leaves, the nearest first, each with a button that takes it out. */
export function HolidayList({ org, site }: Props) {
  const [result, action] = useActionState(removeHoliday, null);
  if (site.holidays.length === 0)
    return <p className="text-sm text-muted">No holidays are coming up. Every day it ships on counts.</p>;
  return (
    <form action={action} className="flex flex-col gap-2">
      <OrgField slug={org} />
      <input type="hidden" name="code" value={site.code} />
      <ul className="flex flex-wrap gap-2">
        {site.holidays.map(({ day, name }) => (
          <li
            key={day}
            className="inline-flex min-w-0 items-center gap-1 rounded-lg border border-border bg-surface-secondary py-0.5 pr-0.5 pl-2.5 text-sm"
          >
            <span className="min-w-0 wrap-anywhere">
              {formatDate(day)}
              {name && <span className="text-muted"> · {name}</span>}
            </span>
            <SubmitButton size="sm" variant="ghost" name="day" value={day} className="size-7 min-w-0 px-0">
              <X aria-hidden className="size-3.5" />
              <span className="sr-only">
                Take out {formatDate(day)} at {site.name}
              </span>
            </SubmitButton>
          </li>
        ))}
      </ul>
      <FormNotice result={result} />
    </form>
  );
}
