"use client";

import { Button } from "@heroui/react";
import { Notice } from "@/components/ui/notice";
import type { Move } from "@/lib/change-requests/order-base";

type Props = {
  moves: readonly Move[];
  from: number;
  to: number;
  touchedRows: ReadonlySet<string>;
  onAccept: () => void;
};

const SHOWN = 8;

/** The order moved while somebody was typing: what moved, and that everything typed is still here. */
export function MovedNotice({ moves, from, to, touchedRows, onAccept }: Props) {
  const isMine = ({ row }: Move) => touchedRows.has(row) || touchedRows.has("cancel");
  const sorted = [...moves].sort((a, b) => Number(isMine(b)) - Number(isMine(a)));
  return (
    <Notice
      tone="warning"
      isAnnounced
      title={`The order moved from version ${from} to version ${to} while you were typing`}
      actions={
        <Button size="sm" onPress={onAccept}>
          I have looked, continue with version {to}
        </Button>
      }
    >
      <p>Nothing was sent, and what you typed is still here. Look at what moved before you send:</p>
      <ul className="mt-1 list-disc pl-4">
        {sorted.slice(0, SHOWN).map((move) => (
          <li key={`${move.row} ${move.sentence}`}>
            <span className="text-muted">{move.subject}</span> {move.sentence}
            {isMine(move) && <strong className="font-medium"> · you are changing this</strong>}
          </li>
        ))}
        {moves.length > SHOWN && <li>and {moves.length - SHOWN} more</li>}
        {moves.length === 0 && <li>only its status or picked quantities, nothing you can ask to change</li>}
      </ul>
    </Notice>
  );
}
