"use client";

import { cn } from "@heroui/styles";
import { type ReactNode, useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { openNotification } from "@/lib/notifications/actions";

type Props = { org: string; itemId: string; isUnread: boolean; children: ReactNode };

/** Opens what a notification is about, and marks it read on the way. The button reaches over its whole row. */
export function OpenForm({ org, itemId, isUnread, children }: Props) {
  const [result, action] = useActionState(openNotification, null);
  return (
    <form action={action}>
      <OrgField slug={org} />
      <input type="hidden" name="item_id" value={itemId} />
      <button
        type="submit"
        className={cn(
          "cursor-pointer text-start text-pretty wrap-anywhere after:absolute after:inset-0 hover:underline",
          isUnread && "font-semibold",
        )}
      >
        {children}
      </button>
      <FormNotice result={result} />
    </form>
  );
}
