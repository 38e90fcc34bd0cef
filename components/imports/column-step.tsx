"use client";

import { Button } from "@heroui/react";
import { useState } from "react";
import { ColumnMapping } from "@/components/imports/column-mapping";
import { ContinueBar } from "@/components/imports/continue-bar";
import { FormatFacts } from "@/components/imports/format-facts";
import { FormatQuestions } from "@/components/imports/format-questions";
import { RowProblemList } from "@/components/imports/row-problem-list";
import { SampleRows } from "@/components/imports/sample-rows";
import { useExamination } from "@/components/imports/use-examination";
import { Panel } from "@/components/ui/panel";
import { columnLabel } from "@/lib/imports/column-label";
import { assignField, blockersOf, type FormatAnswers, formatsWith, sourceFormatOf } from "@/lib/imports/column-plan";
import { type FieldName, fieldDefinition } from "@/lib/imports/fields";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import type { ImportReader } from "@/lib/imports/import-reader";
import type { SourceFormat } from "@/lib/imports/source-format";

type Props = {
  fileName: string;
  file: OpenedFile;
  reader: ImportReader;
  onContinue: (format: SourceFormat) => void;
  onOtherFile: () => void;
};

/** How the file is read and what its columns mean: proposed, and a person's to correct. */
export function ColumnStep({ fileName, file, reader, onContinue, onOtherFile }: Props) {
  const [columns, setColumns] = useState(file.proposal.fields);
  const [answers, setAnswers] = useState<FormatAnswers>({ date: null, decimal: null });
  const [moved, setMoved] = useState("");
  const { examination, isExamining, examine } = useExamination(reader, file.examination);
  const formats = formatsWith(examination, answers);
  const blockers = blockersOf(file, columns, examination, answers);

  function assign(column: number, field: FieldName | null) {
    const next = assignField(columns, column, field);
    setColumns(next.columns);
    setMoved(
      field && next.movedFrom !== null
        ? `${fieldDefinition(field).label} was ${columnLabel(file.headers, next.movedFrom)} before; that column is now kept as it is.`
        : "",
    );
    void examine(next.columns);
  }

  return (
    <div className="flex flex-col gap-4">
      {file.rowProblemCount > 0 && <RowProblemList file={file} />}
      <Panel
        title={<span className="break-all">{fileName}</span>}
        aside={
          <Button size="sm" variant="ghost" onPress={onOtherFile}>
            Choose another file
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          <FormatFacts file={file} examination={examination} formats={formats} />
          <FormatQuestions examination={examination} answers={answers} onAnswer={setAnswers} />
        </div>
      </Panel>
      <Panel
        title="What each column means"
        aside={file.proposal.isRemembered ? "As in your last import of this file" : "Proposed from names and contents"}
        isFlush
      >
        <ColumnMapping file={file} columns={columns} onAssign={assign} />
      </Panel>
      <p role="status" className="sr-only">
        {moved}
      </p>
      <Panel title="First rows" isFlush>
        <SampleRows file={file} />
      </Panel>
      <ContinueBar
        blockers={blockers}
        note={moved}
        isExamining={isExamining}
        rowCount={file.rowCount}
        onContinue={() => onContinue(sourceFormatOf(file, columns, formats))}
      />
    </div>
  );
}
