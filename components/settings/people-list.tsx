import { PersonRow } from "@/components/settings/person-row";
import { Panel } from "@/components/ui/panel";
import type { Person } from "@/lib/settings/queries";

type Props = {
  org: string;
  people: readonly Person[];
  /** Addresses that mail is held back from. */
  heldEmails: readonly string[];
  myId: string;
};

export function PeopleList({ org, people, heldEmails, myId }: Props) {
  const groups = [
    { title: "Members", people: people.filter(({ active }) => active) },
    { title: "Deactivated", people: people.filter(({ active }) => !active) },
  ];
  return groups
    .filter((group) => group.people.length > 0)
    .map((group) => (
      <Panel key={group.title} title={group.title} aside={group.people.length.toLocaleString("en-US")} isFlush>
        <ul className="divide-y divide-separator">
          {group.people.map((person) => (
            <PersonRow
              key={person.id}
              org={org}
              person={person}
              isHeld={heldEmails.includes(person.email)}
              isMyself={person.id === myId}
            />
          ))}
        </ul>
      </Panel>
    ));
}
