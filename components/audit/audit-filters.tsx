import Form from "next/form";
import { ButtonLink } from "@/components/ui/button-link";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { actionLabel } from "@/lib/audit/action-label";
import { type AuditSearch, auditFilters } from "@/lib/audit/audit-search";
import { knownActions } from "@/lib/audit/entry-facts";
import { routes } from "@/lib/routes";

type Props = { org: string; search: AuditSearch; people: readonly { id: string; name: string }[] };

/** What narrows the trail; the answer has an address of its own. */
export function AuditFilters({ org, search, people }: Props) {
  const isNarrowed = auditFilters(search).length > 0;
  return (
    // A new key fills the fields again when the address changes by a link or the back button.
    <Form
      key={JSON.stringify(search)}
      action={routes.audit(org)}
      scroll={false}
      className="grid grid-cols-2 items-end gap-3 md:grid-cols-3 xl:grid-cols-[1fr_1fr_1.2fr_1.2fr_auto_auto_auto]"
      data-print="hide"
    >
      <TextField
        name="order"
        label="Order"
        placeholder="SO-1001"
        maxLength={64}
        autoComplete="off"
        defaultValue={search.order}
      />
      <TextField
        name="request"
        label="Request"
        placeholder="CR-000123"
        maxLength={20}
        autoComplete="off"
        defaultValue={search.request}
      />
      <SelectField
        name="person"
        label="Person"
        placeholder="Anybody"
        defaultValue={search.person}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="action"
        label="What happened"
        placeholder="Anything"
        defaultValue={search.action}
        options={knownActions.map((action) => ({ value: action, label: actionLabel(action) }))}
      />
      <DateField name="from" label="From" defaultValue={search.from} />
      <DateField name="to" label="To" defaultValue={search.to} />
      <div className="flex gap-2 max-xl:col-span-full">
        <SubmitButton variant="secondary">Show</SubmitButton>
        {isNarrowed && (
          <ButtonLink href={routes.audit(org)} variant="ghost" scroll={false}>
            Clear
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}
