import { CircleHelp } from "lucide-react";
import { StatusWordForm } from "@/components/settings/status-word-form";
import { DataTable } from "@/components/ui/data-table";
import { Mark } from "@/components/ui/mark";
import type { Stage, StatusWord } from "@/lib/settings/status-word";

type Row = StatusWord & { suggestion: Stage | null };

type Props = { org: string; words: readonly Row[]; options: readonly { value: Stage; label: string }[] };

/** Every word the source system uses, those without a stage first. */
export function StatusWordTable({ org, words, options }: Props) {
  return (
    <DataTable
      caption="Status words"
      rows={words}
      rowKey={({ word }) => word}
      columns={[
        {
          id: "word",
          header: "Word",
          phone: "lead",
          cell: ({ word, stage, suggestion }) => (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium md:pt-2.25">
              <span className="wrap-anywhere">{word}</span>
              {stage === "unknown" && (
                <Mark
                  Icon={CircleHelp}
                  tone="danger"
                  label={suggestion ? "Not mapped, stage suggested" : "Not mapped"}
                />
              )}
            </span>
          ),
        },
        {
          id: "orders",
          header: "Orders",
          align: "end",
          cell: ({ orders }) => <span className="block md:pt-2.25">{orders.toLocaleString("en-US")}</span>,
        },
        {
          id: "stage",
          header: "Means",
          className: "w-80",
          cell: ({ word, stage, suggestion }) => (
            <StatusWordForm org={org} word={word} stage={stage} suggestion={suggestion} options={options} />
          ),
        },
      ]}
    />
  );
}
