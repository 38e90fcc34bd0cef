import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChangeForm } from "@/components/change-requests/change-form/change-form";
import { ReturnedNote } from "@/components/change-requests/change-form/returned-note";
import { StartNote } from "@/components/change-requests/change-form/start-note";
import { PageHeader } from "@/components/layout/page-header";
import { OrderLockNotice } from "@/components/orders/order-lock-notice";
import { PickedNotice } from "@/components/orders/picked-notice";
import { StageBadge } from "@/components/orders/stage-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getAgain, getRevision, getUndo, holdsOf } from "@/lib/change-requests/change-page";
import { listReasonOptions, listSkuFormats } from "@/lib/change-requests/form-queries";
import { rebaseChanges } from "@/lib/change-requests/rebase-changes";
import { formatDate, todayIn } from "@/lib/dates";
import { orderLockSentence } from "@/lib/orders/order-lock-sentence";
import { orderNumberFrom } from "@/lib/orders/order-number";
import { isChangeable } from "@/lib/orders/order-view";
import { getOrder, listShipMethods } from "@/lib/orders/queries";
import { routes } from "@/lib/routes";

export async function generateMetadata({ params }: PageProps<"/[org]/orders/[number]/change">): Promise<Metadata> {
  return { title: `Change order ${orderNumberFrom((await params).number) ?? ""}` };
}

export default async function ChangeOrderPage({ params, searchParams }: PageProps<"/[org]/orders/[number]/change">) {
  const { org: slug, number } = await params;
  const { db, member, org } = await requireMember(slug, "requester");
  const order = await forPage(getOrder(db, org.id, orderNumberFrom(number)));
  const given = await searchParams;
  const [request, again, undo] = [given.request, given.again, given.undo].map((one) => [one].flat()[0]);
  const reference = request ?? again ?? undo;
  const today = todayIn(org.timeZone);
  const asking = { db, orgId: org.id, order, reference: reference ?? "" };
  const revision = request ? await getRevision(db, org.id, order.id, member.id, request) : null;
  const rebased = revision && rebaseChanges(revision.changes, order);
  const start = again ? await getAgain(asking, member.id) : undo ? await getUndo(asking, today) : null;
  // Sent again, closed or undone since the link was made: the request itself says what became of it.
  if (reference && !revision && !start) redirect(routes.request(org.slug, reference));
  const lock = orderLockSentence(order, isChangeable(order));
  const orderHref = routes.order(org.slug, order.orderNumber);
  const path = routes.changeOrder(org.slug, order.orderNumber);
  return (
    <>
      <PageHeader
        back={{ label: `Order ${order.orderNumber}`, href: orderHref }}
        title={titleOf(order.orderNumber, revision, start)}
        marks={<StageBadge stage={order.stage} sourceStatus={order.statusWord} />}
        description={[
          order.customer,
          order.customerPo,
          order.requestedShipDate && `ships ${formatDate(order.requestedShipDate)}`,
        ]
          .filter(Boolean)
          .join(" · ")}
      />
      {lock ? (
        <OrderLockNotice words={lock}>
          <ButtonLink href={orderHref}>Back to the order</ButtonLink>
          {reference && <ButtonLink href={routes.request(org.slug, reference)}>Open {reference}</ButtonLink>}
        </OrderLockNotice>
      ) : (
        <>
          {order.stage === "picked" && <PickedNotice />}
          {revision && rebased && (
            <>
              <ReturnedNote revision={revision} timeZone={org.timeZone} />
              <StartNote
                org={org.slug}
                way="revise"
                reference={revision.reference}
                changes={revision.changes}
                {...rebased}
              />
            </>
          )}
          {start && <StartNote org={org.slug} {...start} reference={start.request.reference} />}
          <ChangeForm
            org={org.slug}
            order={order}
            reasons={await listReasonOptions(db, org.id)}
            holds={await holdsOf(db, org.id, order.id)}
            skuFormats={await listSkuFormats(db, org.id)}
            shipMethods={await listShipMethods(db, org.id)}
            today={today}
            idempotencyKey={randomUUID()}
            path={
              revision ? `${path}?request=${revision.reference}` : start ? `${path}?${start.way}=${reference}` : path
            }
            revision={revision && rebased ? { ...revision, draft: rebased.draft } : undefined}
            start={start ?? undefined}
          />
        </>
      )}
    </>
  );
}

function titleOf(
  orderNumber: string,
  revision: { reference: string } | null,
  start: { way: "again" | "undo"; request: { reference: string } } | null,
): string {
  if (revision) return `Revise ${revision.reference}`;
  if (!start) return `Change ${orderNumber}`;
  return start.way === "undo" ? `Undo ${start.request.reference}` : `Ask again for ${start.request.reference}`;
}
