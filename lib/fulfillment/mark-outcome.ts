import type { OrderStage } from "@/lib/orders/stage-groups";

export type MarkStage = "picked" | "packed" | "shipped";

type Line = { line?: number; sku?: string };
type MarkProblem = Line & { code: "not_to_be_shipped" | "line_removed"; stage?: OrderStage };

/** The answer of `mark_progress`. */
export type MarkOutcome = {
  outcome: "marked" | "already" | "refused";
  order_number: string;
  stage: MarkStage;
  /** Where it stands, for who said nothing new. */
  reached: OrderStage;
  is_whole_order: boolean;
  /** What the order has become with the last of its lines. */
  order_stage?: OrderStage;
  lines: Line[];
  problems: MarkProblem[];
  /** References of requests that nothing can come of any more, and of those of which only a part can. */
  expired: string[];
  held_up: string[];
};

/** The answer of `take_back_mark`. */
export type TakeBackOutcome = Line & {
  outcome: "taken_back" | "nothing_to_take_back" | "refused";
  order_number: string;
  stage?: MarkStage;
  /** Where the order stands after it, and whether that is another stage than before. */
  reached?: OrderStage;
  is_order_moved?: boolean;
};

const list = (words: readonly string[]) => new Intl.ListFormat("en-GB").format(words);
const spelled = (stage: string) => stage.replaceAll("_", " ");

/** What came of a mark, in sentences for whoever holds the scanner. */
export function markSentence(outcome: MarkOutcome): string {
  const { order_number, stage, lines, problems, expired, held_up } = outcome;
  const [problem] = problems;
  if (outcome.outcome === "already")
    return `Nothing new: ${order_number} is ${spelled(outcome.reached)} already${outcome.is_whole_order ? "" : " where you ticked it"}.`;
  if (outcome.outcome === "refused") return problem ? problemSentence(problem, order_number) : "Nothing was marked.";
  const what = outcome.is_whole_order ? order_number : `${linesOf(lines)} of ${order_number}`;
  return [
    `${what} ${lines.length > 1 ? "are" : "is"} ${stage} now, and nobody can change ${lines.length > 1 ? "them" : "it"} any more.`,
    outcome.order_stage && `With that all of ${order_number} is ${spelled(outcome.order_stage)}.`,
    expired.length > 0 && `${list(expired)} expired; whoever asked was told.`,
    held_up.length > 0 && `${list(held_up)} can only be approved in part now.`,
    problem && `Not marked: ${problemSentence(problem, order_number)}`,
  ]
    .filter(Boolean)
    .join(" ");
}

export function takeBackSentence(answer: TakeBackOutcome): string {
  const { outcome, order_number, line, stage, reached, is_order_moved } = answer;
  const what = line === undefined ? order_number : `Line ${line} of ${order_number}`;
  if (outcome === "taken_back" && line === undefined && !is_order_moved)
    return `The mark is gone. ${order_number} still counts as ${spelled(reached ?? "picked")}, because of its lines.`;
  if (outcome === "taken_back") {
    const order =
      line !== undefined && is_order_moved && reached ? ` ${order_number} is ${spelled(reached)} again.` : "";
    return `${what} no longer counts as ${stage}.${order}`;
  }
  if (outcome === "nothing_to_take_back") return `${what} has no mark any more. Reload the page.`;
  return `${what} has left according to the order system, so the mark stays. If that is wrong, correct it there.`;
}

function problemSentence({ code, line, stage }: MarkProblem, order: string): string {
  if (code === "line_removed") return `line ${line} was removed from ${order}. Put it back on the shelf.`;
  const what = line === undefined ? order : `line ${line} of ${order}`;
  return `${what} is ${spelled(stage ?? "closed")} and must not ship. Put it back, and ask the office if in doubt.`;
}

function linesOf(lines: readonly Line[]): string {
  const [first] = lines;
  if (lines.length === 1) return `Line ${first?.line} (${first?.sku})`;
  if (lines.length > 6) return `${lines.length} lines`;
  return `Lines ${list(lines.map(({ line }) => String(line)))}`;
}
