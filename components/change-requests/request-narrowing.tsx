import { ChevronRight } from "lucide-react";
import Form from "next/form";
import { ButtonLink } from "@/components/ui/button-link";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type RequestSearch, requestQuery } from "@/lib/change-requests/request-filter";
import { formatDate } from "@/lib/dates";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  search: RequestSearch;
  people: readonly { id: string; name: string }[];
  reasons: readonly { code: string; label: string }[];
};

/** The filters needed now and then: by whom, why and when. What is set is said while they are folded away. */
export function RequestNarrowing({ org, search, people, reasons }: Props) {
  const set = settings({ search, people, reasons });
  const { view, status, q } = requestQuery(search);
  const kept = Object.entries({ view, status, q }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const members = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <details data-print="hide" className="group text-sm">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-lg py-1 text-xs font-medium text-muted hover:text-foreground">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        More filters
        {set.length > 0 && <span className="text-foreground">: {set.join(", ")}</span>}
      </summary>
      <Form
        // A new key fills the fields again when the address changes by a link or the back button.
        key={JSON.stringify(search)}
        action={routes.requests(org)}
        scroll={false}
        className="mt-2 grid grid-cols-2 items-end gap-3 md:grid-cols-3 xl:grid-cols-6"
      >
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search.view === "all" && (
          <SelectField
            name="requester"
            label="Asked by"
            placeholder="Everybody"
            defaultValue={search.requester ?? ""}
            options={members}
          />
        )}
        <SelectField
          name="decider"
          label="Decided by"
          placeholder="Anybody"
          defaultValue={search.decider ?? ""}
          options={members}
        />
        <SelectField
          name="reason"
          label="Reason"
          placeholder="Any reason"
          defaultValue={search.reason ?? ""}
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
        />
        <SelectField
          name="dates"
          label="Days"
          defaultValue={search.dates}
          options={[
            { value: "asked", label: "when asked" },
            { value: "decided", label: "when decided" },
          ]}
        />
        <DateField name="from" label="From" defaultValue={search.from ?? ""} />
        <DateField name="to" label="To" defaultValue={search.to ?? ""} />
        <div className="col-span-full flex gap-2">
          <SubmitButton variant="secondary" size="sm">
            Show
          </SubmitButton>
          {set.length > 0 && (
            <ButtonLink
              href={`${routes.requests(org)}?${new URLSearchParams(kept)}`}
              variant="ghost"
              size="sm"
              scroll={false}
            >
              Clear these
            </ButtonLink>
          )}
        </div>
      </Form>
    </details>
  );
}

/** What is set, in words: "asked by Carl", "Stock shortage", "decided from Mon 9 Nov 2026". */
function settings({ search, people, reasons }: Omit<Props, "org">): string[] {
  const name = (id: string | null) => people.find((person) => person.id === id)?.name ?? "somebody else";
  const { requester, decider, reason, dates, from, to } = search;
  const label = reasons.find(({ code }) => code === reason)?.label ?? reason;
  const days = [from && `from ${formatDate(from)}`, to && `to ${formatDate(to)}`].filter(Boolean).join(" ");
  return [
    requester && `asked by ${name(requester)}`,
    decider && `decided by ${name(decider)}`,
    label && `reason “${label}”`,
    days && `${dates} ${days}`,
  ].filter((text): text is string => Boolean(text));
}
