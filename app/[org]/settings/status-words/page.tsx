import { Tags } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { stageLabel } from "@/components/orders/stage-badge";
import { StatusWordTable } from "@/components/settings/status-word-table";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { suggestStage } from "@/lib/imports/suggest-stage";
import { listStatusWords } from "@/lib/settings/queries";
import { stages } from "@/lib/settings/status-word";

export const metadata: Metadata = { title: "Status words" };

export default async function StatusWordsPage({ params }: PageProps<"/[org]/settings/status-words">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const words = await forPage(listStatusWords(db, org.id));
  const unmapped = words.filter(({ stage }) => stage === "unknown");
  const locked = unmapped.reduce((sum, { orders }) => sum + orders, 0);
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted text-pretty">
        Your source system&apos;s own words for where an order stands, and the stage each one means here. The stage
        decides what can still be changed.
      </p>
      {unmapped.length > 0 && (
        <Notice
          tone="warning"
          title={`${unmapped.length} ${unmapped.length === 1 ? "word has" : "words have"} no stage yet`}
        >
          Orders with such a word are locked{locked > 0 && ` (${locked.toLocaleString("en-US")} now)`}. Check the
          suggestion and map it.
        </Notice>
      )}
      <Panel isFlush className="overflow-hidden">
        {words.length > 0 ? (
          <StatusWordTable
            org={org.slug}
            words={words.map((word) => ({ ...word, suggestion: suggestStage(word.word) }))}
            options={stages.map((value) => ({
              value,
              label: value === "unknown" ? "Unknown (locked)" : stageLabel(value),
            }))}
          />
        ) : (
          <EmptyState Icon={Tags} title="No status words yet">
            They come with the first import.
          </EmptyState>
        )}
      </Panel>
    </div>
  );
}
