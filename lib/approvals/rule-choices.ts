import { kindWords } from "@/lib/approvals/describe-rule";
import { Constants } from "@/lib/supabase/database.types";

type Named = { id: string; name: string };

/** What the conditions and steps of a rule can be chosen from. */
export function ruleChoices(people: {
  approvers: readonly Named[];
  members: readonly Named[];
  groups: readonly (Named & { active: boolean })[];
}) {
  const option = ({ id, name }: Named) => ({ value: id, label: name });
  return {
    kinds: Constants.public.Enums.change_kind.map((value) => ({ value, label: kindWords(value) })),
    // Later stages are locked: nothing is asked for there.
    stages: (["draft", "pending_approval", "open", "on_hold", "released", "picking", "partially_shipped"] as const).map(
      (value) => ({ value, label: value.replaceAll("_", " ") }),
    ),
    members: people.members.map(option),
    approvers: people.approvers.map(option),
    groups: people.groups.filter(({ active }) => active).map(option),
  };
}
