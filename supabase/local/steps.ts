const began = performance.now();

/** Prints what is being done, seconds since the start first. */
export function say(text: string): void {
  process.stdout.write(`${`${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(8)}  ${text}\n`);
}

/** A sentence for expected refusals, the whole stack for what is a fault of ours. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const expected = error.constructor !== TypeError && error.constructor !== ReferenceError;
  return expected && error.message ? error.message : (error.stack ?? error.message);
}
