type Choice<Value extends string> = { value: Value; label: string; hint?: string };

type Props<Value extends string> = {
  name: string;
  question: string;
  /** Why the file doesn't answer it by itself. */
  reason: string;
  choices: readonly Choice<Value>[];
  answer: Value | null;
  onAnswer: (value: Value) => void;
};

/** Asks a person what the file leaves open, because a wrong guess would move every date or multiply every number. */
export function FormatQuestion<Value extends string>({
  name,
  question,
  reason,
  choices,
  answer,
  onAnswer,
}: Props<Value>) {
  return (
    <fieldset className="rounded-lg border border-warning/50 bg-warning/10 p-3 text-sm">
      <legend className="float-left mb-1 w-full font-medium">{question}</legend>
      <p className="clear-both text-muted">{reason}</p>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {choices.map(({ value, label, hint }) => (
          <label key={value} className="flex min-h-8 items-start gap-2">
            <input
              type="radio"
              name={name}
              value={value}
              checked={answer === value}
              onChange={() => onAnswer(value)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              {label}
              {hint && <span className="block text-xs text-muted">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
