import type { NextRequest } from "next/server";
import { z } from "zod";
import { statusLabel } from "@/components/change-requests/status-badge";
import { stageLabel } from "@/components/orders/stage-badge";
import { checkMember, type Gate } from "@/lib/auth/gate";
import { findRequests } from "@/lib/change-requests/queries";
import { todayIn } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { failureResponse } from "@/lib/failure-response";
import { type FoundPlace, SEARCH_LENGTH } from "@/lib/found-place";
import { readOrderSearch } from "@/lib/orders/order-search";
import { searchOrders } from "@/lib/orders/queries";
import { routes } from "@/lib/routes";

// Text in the database cannot hold NUL.
const schema = z.strictObject({
  q: z
    .string()
    .max(SEARCH_LENGTH)
    .transform((text) => text.replaceAll("\0", "").trim()),
});

const FEW = 6;

/** What the command palette finds: orders and requests, a few of each, an exact number or reference first. */
export async function GET(request: NextRequest, { params }: RouteContext<"/[org]/find">): Promise<Response> {
  try {
    const gate = await checkMember((await params).org);
    const parsed = schema.safeParse(Object.fromEntries(request.nextUrl.searchParams));
    if (!parsed.success) throw new AppError("invalid");
    const places = parsed.data.q ? await find(gate, parsed.data.q) : [];
    return Response.json(places, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    if (error instanceof AppError) return failureResponse(error);
    throw error;
  }
}

async function find({ db, org }: Gate, text: string): Promise<FoundPlace[]> {
  const [orders, requests] = await Promise.all([
    searchOrders(db, org.id, readOrderSearch({ q: text }), todayIn(org.timeZone), FEW),
    findRequests(db, org.id, text, FEW),
  ]);
  return [
    ...orders.rows.map(({ orderNumber, customer, customerPo, stage }) => ({
      kind: "order" as const,
      label: orderNumber,
      detail: [customer, customerPo, stageLabel(stage)].filter(Boolean).join(" · "),
      href: routes.order(org.slug, orderNumber),
    })),
    ...requests.map(({ reference, order_number, customer, status }) => ({
      kind: "request" as const,
      label: reference,
      detail: [order_number, customer, statusLabel(status)].join(" · "),
      href: routes.request(org.slug, reference),
    })),
  ];
}
