import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChangeForm } from "@/components/change-requests/change-form/change-form";
import { ReturnedNote } from "@/components/change-requests/change-form/returned-note";
import { PageHeader } from "@/components/layout/page-header";
import { OrderLockNotice } from "@/components/orders/order-lock-notice";
import { PickedNotice } from "@/components/orders/picked-notice";
import { StageBadge } from "@/components/orders/stage-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getRevision, holdsOf } from "@/lib/change-requests/change-page";
import { listReasonOptions, listSkuFormats } from "@/lib/change-requests/form-queries";
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
  const reference = [(await searchParams).request].flat()[0];
  const revision = reference ? await getRevision(db, org.id, order.id, member.id, reference) : null;
  // Sent again or closed since the link was made: the request itself says what became of it.
  if (reference && !revision) redirect(routes.request(org.slug, reference));
  const lock = orderLockSentence(order, isChangeable(order));
  const orderHref = routes.order(org.slug, order.orderNumber);
  const path = routes.changeOrder(org.slug, order.orderNumber);
  return (
    <>
      <PageHeader
        back={{ label: `Order ${order.orderNumber}`, href: orderHref }}
        title={revision ? `Revise ${revision.reference}` : `Change ${order.orderNumber}`}
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
          {revision && (
            <ButtonLink href={routes.request(org.slug, revision.reference)}>Open {revision.reference}</ButtonLink>
          )}
        </OrderLockNotice>
      ) : (
        <>
          {order.stage === "picked" && <PickedNotice />}
          {revision && <ReturnedNote revision={revision} timeZone={org.timeZone} />}
          <ChangeForm
            org={org.slug}
            order={order}
            reasons={await listReasonOptions(db, org.id)}
            holds={await holdsOf(db, org.id, order.id)}
            skuFormats={await listSkuFormats(db, org.id)}
            shipMethods={await listShipMethods(db, org.id)}
            today={todayIn(org.timeZone)}
            idempotencyKey={randomUUID()}
            path={revision ? `${path}?request=${revision.reference}` : path}
            revision={revision ?? undefined}
          />
        </>
      )}
    </>
  );
}
