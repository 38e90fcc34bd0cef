/** How long something took, many times over; milliseconds. */
export class Timings {
  readonly #times: number[] = [];

  add(milliseconds: number): void {
    this.#times.push(milliseconds);
  }

  /** Runs the work and keeps how long it took, also when it fails. */
  async time<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.add(performance.now() - began);
    }
  }

  get count(): number {
    return this.#times.length;
  }

  /** The time that the share (0 to 1) of all stayed within; NaN when nothing was timed. */
  percentile(share: number): number {
    const sorted = this.#times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  }

  get p50(): number {
    return this.percentile(0.5);
  }

  get p95(): number {
    return this.percentile(0.95);
  }

  get longest(): number {
    return Math.max(0, ...this.#times);
  }
}

/** Milliseconds of one piece of work, with what it returned. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}
