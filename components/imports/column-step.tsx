"use client";

import { Button } from "@heroui/react";
import { useState } from "react";
import { ColumnMapping } from "@/components/imports/column-mapping";
import { ContinueBar } from "@/components/imports/continue-bar";
import { ErrorCells } from "@/components/imports/error-cells";
import { FileQuestions } from "@/components/imports/file-questions";
import { FormatFacts } from "@/components/imports/format-facts";
import { FormatQuestions } from "@/components/imports/format-questions";
import { LearnedNotice } from "@/components/imports/learned-notice";
import { PresetChoice } from "@/components/imports/preset-choice";
import { ReadingLayout } from "@/components/imports/reading-layout";
import { ReadingOptions } from "@/components/imports/reading-options";
import { RowProblemList } from "@/components/imports/row-problem-list";
import { SampleRows } from "@/components/imports/sample-rows";
import { useExamination } from "@/components/imports/use-examination";
import { Panel } from "@/components/ui/panel";
import { columnLabel } from "@/lib/imports/column-label";
import { assignField, blockersOf, formatsWith, NO_ANSWERS, sourceFormatOf } from "@/lib/imports/column-plan";
import { type FieldName, fieldDefinition } from "@/lib/imports/fields";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import type { ImportReader } from "@/lib/imports/import-reader";
import type { LearnedReading } from "@/lib/imports/learned-reading";
import type { ReadingChoices } from "@/lib/imports/reading-choices";
import type { SourceFormat } from "@/lib/imports/source-format";

type Props = {
  org: string;
  timeZone: string;
  fileName: string;
  file: OpenedFile;
  reader: ImportReader;
  choices: ReadingChoices;
  /** How a file with these columns was read before. */
  learned: LearnedReading | null;
  onChoose: (choices: ReadingChoices) => void;
  onContinue: (format: SourceFormat) => void;
  onOtherFile: () => void;
};

const origins = {
  earlier: "As in your last import of this file",
  preset: "As files of this system are",
  names: "Proposed from names and contents",
} as const;

/** How the file is read and what its columns mean: proposed, and a person's to correct. */
export function ColumnStep(props: Props) {
  const { file, reader, choices, learned, onChoose } = props;
  const [columns, setColumns] = useState(file.proposal.fields);
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [moved, setMoved] = useState("");
  const { examination, isExamining, examine } = useExamination(reader, file.examination);
  const formats = formatsWith(examination, answers);
  const blockers = blockersOf(file, columns, examination, answers, choices);

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
      {examination.errorCells.length > 0 && <ErrorCells headers={file.headers} cells={examination.errorCells} />}
      {learned && <LearnedNotice org={props.org} learned={learned} timeZone={props.timeZone} />}
      <Panel
        title={<span className="break-all">{props.fileName}</span>}
        aside={
          <Button size="sm" variant="ghost" onPress={props.onOtherFile}>
            Choose another file
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          <PresetChoice file={file} choices={choices} onChoose={onChoose} />
          <FormatFacts file={file} examination={examination} formats={formats} />
          <ReadingLayout file={file} examination={examination} />
          <FileQuestions file={file} choices={choices} onChoose={onChoose} />
          <FormatQuestions examination={examination} answers={answers} onAnswer={setAnswers} />
          <ReadingOptions file={file} choices={choices} onChoose={onChoose} />
        </div>
      </Panel>
      <Panel title="What each column means" aside={origins[file.proposal.by]} isFlush>
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
        rowCount={examination.rows.lines}
        onContinue={() => props.onContinue(sourceFormatOf(file, columns, examination, answers, choices))}
      />
    </div>
  );
}
