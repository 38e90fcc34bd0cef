"use client";

import { cn, inputVariants } from "@heroui/styles";
import { ChevronDown } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";

type Props = { requesters: readonly { id: string; name: string }[] };

/** Only one person's requests; the choice lives in the URL. */
export function RequesterFilter({ requesters }: Props) {
  const [values, setValues] = useQueryStates(
    { requester: parseAsString.withDefault(""), page: parseAsString },
    { shallow: false, scroll: false },
  );
  return (
    <span className="relative block" data-print="hide">
      <select
        aria-label="Requester"
        value={values.requester}
        onChange={(event) => setValues({ requester: event.target.value || null, page: null })}
        className={cn(inputVariants({ fullWidth: true }), "appearance-none pr-9")}
      >
        <option value="">Everybody</option>
        {requesters.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
