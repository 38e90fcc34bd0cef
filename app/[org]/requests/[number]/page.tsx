import type { Metadata } from "next";
import { ChangeTable } from "@/components/change-requests/change-table";
import { CommentForm } from "@/components/change-requests/comment-form";
import { Comments } from "@/components/change-requests/comments";
import { DecisionForm } from "@/components/change-requests/decision-form";
import { EarlierRounds } from "@/components/change-requests/earlier-rounds";
import { MovedOrderNotice } from "@/components/change-requests/moved-order-notice";
import { OwnPart } from "@/components/change-requests/own-part";
import { ReassignForm } from "@/components/change-requests/reassign-form";
import { RequestActions } from "@/components/change-requests/request-actions";
import { RequestChecks } from "@/components/change-requests/request-checks";
import { RequestDecision } from "@/components/change-requests/request-decision";
import { RequestFacts } from "@/components/change-requests/request-facts";
import { RequestImpact } from "@/components/change-requests/request-impact";
import { RequestRouting } from "@/components/change-requests/request-routing";
import { RequestTrail } from "@/components/change-requests/request-trail";
import { ReversalNote } from "@/components/change-requests/reversal-note";
import { StandingProblems } from "@/components/change-requests/standing-problems";
import { StatusBadge } from "@/components/change-requests/status-badge";
import { RequestExport } from "@/components/exports/request-export";
import { Acknowledgement } from "@/components/fulfillment/acknowledgement";
import { PageHeader } from "@/components/layout/page-header";
import { RequestMails } from "@/components/notifications/request-mails";
import { StageBadge } from "@/components/orders/stage-badge";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { listApprovers } from "@/lib/approvals/queries";
import { describeEntry } from "@/lib/audit/describe-entry";
import { listEntries } from "@/lib/audit/queries";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listColleagues, listComments } from "@/lib/change-requests/comment-queries";
import { listFlags } from "@/lib/change-requests/flag-queries";
import { getImpact } from "@/lib/change-requests/impact-queries";
import { listChecks } from "@/lib/change-requests/list-checks";
import { getChecks, getRequest } from "@/lib/change-requests/queries";
import { listRounds } from "@/lib/change-requests/round-queries";
import { listDeciders, ownPart } from "@/lib/change-requests/routing-queries";
import { getExportOfRequest } from "@/lib/exports/queries";
import { getAcknowledgement } from "@/lib/fulfillment/queries";
import { listRequestMails } from "@/lib/notifications/mail-queries";
import { routes } from "@/lib/routes";

export async function generateMetadata({ params }: PageProps<"/[org]/requests/[number]">): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function RequestPage({ params }: PageProps<"/[org]/requests/[number]">) {
  const { org: slug, number } = await params;
  const { db, member, org } = await requireMember(slug);
  const request = await forPage(getRequest(db, org.id, number));
  const isAdmin = member.roles.includes("admin");
  const [
    rounds,
    checksById,
    mails,
    { entries },
    told,
    acknowledgement,
    comments,
    colleagues,
    impact,
    deciders,
    approvers,
    flags,
  ] = await forPage(
    Promise.all([
      listRounds(db, org.id, request.id),
      getChecks(db, org.id, [request.id]),
      listRequestMails(db, org.id, request.id),
      listEntries(db, org.id, { requestId: request.id }),
      isAdmin && request.status === "applied" ? getExportOfRequest(db, org.id, request.id) : undefined,
      request.status === "applied" ? getAcknowledgement(db, org.id, request.id) : undefined,
      listComments(db, org.id, request.id),
      listColleagues(db, org.id, member.id),
      getImpact(db, org.id, request),
      listDeciders(db, org.id, [request.id]).then((byRequest) => byRequest.get(request.id) ?? []),
      request.status === "pending" ? listApprovers(db, org.id) : [],
      request.status === "pending" ? listFlags(db, org.id, request) : [],
    ]),
  );
  const checks = checksById.get(request.id);
  const isOwn = request.requested_by === member.id;
  const isPending = request.status === "pending";
  const part = ownPart(deciders, member.id);
  const isDecider = isAdmin || member.roles.includes("approver");
  const candidates = approvers.filter(
    ({ id }) => id !== request.requested_by && !deciders.some(({ memberId }) => memberId === id),
  );
  const earlier = rounds.filter(({ round }) => round < request.round);
  return (
    <>
      <PageHeader
        back={{ label: "Requests", href: routes.requests(org.slug) }}
        title={request.reference}
        marks={<StatusBadge status={request.status} />}
        description={`${request.order_number} · ${request.customer}`}
        actions={isOwn && <RequestActions org={org.slug} request={request} idempotencyKey={crypto.randomUUID()} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <RequestDecision request={request} timeZone={org.timeZone} />
          <ReversalNote org={org.slug} request={request} isRequester={member.roles.includes("requester")} />
          {isOwn && isPending && (
            <Notice title="Sent for approval">
              {isDecider
                ? "You asked for this, so somebody else has to decide it."
                : "Nothing changes on the order until an approver decides. You get an e-mail with the answer."}
            </Notice>
          )}
          <MovedOrderNotice flags={flags} timeZone={org.timeZone} />
          <StandingProblems request={request} checks={checks} isOwn={isOwn} />
          <Panel title="What is asked for" isFlush>
            <ChangeTable changes={request.changes} currency={request.currency} />
          </Panel>
          {isDecider && !isOwn && (
            <div
              className="flex flex-col gap-3 rounded-xl border border-border bg-surface p-4 empty:hidden"
              data-print="hide"
            >
              {isPending && part && <OwnPart request={request} part={part} />}
              <DecisionForm
                key={`${request.payload_hash}:${request.round}`}
                org={org.slug}
                request={request}
                idempotencyKey={crypto.randomUUID()}
                moved={checks?.moved ?? []}
                problems={checks?.problems ?? []}
                isOpen={isPending && part !== null}
                refreshes
              />
            </div>
          )}
          <Panel title="The request">
            <RequestFacts org={org} request={request} stage={<StageBadge stage={request.stage} />} />
          </Panel>
          <Panel title="Comments" aside={comments.length > 0 && comments.length}>
            <Comments comments={comments} timeZone={org.timeZone}>
              <CommentForm
                org={org.slug}
                requestId={request.id}
                idempotencyKey={crypto.randomUUID()}
                colleagues={colleagues}
              />
            </Comments>
          </Panel>
          {earlier.length > 0 && (
            <Panel title="Earlier rounds" aside={earlier.length} isFlush>
              <EarlierRounds
                rounds={earlier}
                current={request.changes}
                currency={request.currency}
                timeZone={org.timeZone}
              />
            </Panel>
          )}
          <Panel title="Trail" isFlush>
            <RequestTrail
              entries={entries.map((entry) => ({ ...entry, sentence: describeEntry(entry) }))}
              timeZone={org.timeZone}
            />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {isPending && (
            <Panel title="Who decides">
              <RequestRouting
                request={request}
                approvals={rounds[0]?.approvals ?? []}
                deciders={deciders}
                timeZone={org.timeZone}
              />
              {(part || isAdmin) && !isOwn && candidates.length > 0 && (
                <ReassignForm
                  org={org.slug}
                  requestId={request.id}
                  idempotencyKey={crypto.randomUUID()}
                  people={candidates}
                />
              )}
            </Panel>
          )}
          <Panel title="Impact">
            <RequestImpact org={org} request={request} impact={impact} />
          </Panel>
          <Panel title="Checks">
            <RequestChecks results={listChecks(request, checks)} />
          </Panel>
          {told !== undefined && (
            <Panel title="Source system">
              <RequestExport org={org.slug} requestId={request.id} requestKey={crypto.randomUUID()} told={told} />
            </Panel>
          )}
          {request.status === "applied" && (
            <Panel title="Fulfillment">
              <Acknowledgement acknowledgement={acknowledgement ?? null} timeZone={org.timeZone} />
            </Panel>
          )}
          <Panel title="E-mails" isFlush>
            <RequestMails mails={mails} timeZone={org.timeZone} />
          </Panel>
        </div>
      </div>
    </>
  );
}
