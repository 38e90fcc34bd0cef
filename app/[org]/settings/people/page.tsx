import type { Metadata } from "next";
import { PeopleList } from "@/components/settings/people-list";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listPeople } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ params }: PageProps<"/[org]/settings/people">) {
  const { db, member, org } = await requireMember((await params).org, "admin");
  const people = await forPage(listPeople(db, org.id));
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted text-pretty">
        Somebody may hold several roles, but nobody decides a request they wrote. A change counts from the next click; a
        deactivated member keeps their name in the trail and sees nothing.
      </p>
      <PeopleList org={org.slug} people={people} myId={member.id} />
    </div>
  );
}
