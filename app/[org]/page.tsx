import type { Metadata } from "next";
import { HomeList } from "@/components/change-requests/home-list";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listHome } from "@/lib/change-requests/home-lists";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Home" };

export default async function HomePage({ params }: PageProps<"/[org]">) {
  const gate = await requireMember((await params).org);
  const { member, org } = gate;
  const lists = await forPage(listHome(gate));
  return (
    <>
      <PageHeader
        title={`Hello, ${member.name.split(" ")[0]}`}
        description={`What needs you at ${org.name}.`}
        actions={
          <>
            {member.roles.includes("admin") && (
              <ButtonLink href={routes.import(org.slug)}>Import open orders</ButtonLink>
            )}
            {member.roles.includes("requester") && (
              <ButtonLink href={routes.orders(org.slug)} variant="primary">
                Change an order
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {lists.map((list) => (
          <HomeList key={list.title} list={list} org={org} />
        ))}
      </div>
    </>
  );
}
