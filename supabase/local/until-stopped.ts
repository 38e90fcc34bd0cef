/**
 * Keeps the program running until Ctrl-C, a termination signal, a closed terminal, or the death of the parent that
 * started it with a message channel; then stops everything and exits. A second Ctrl-C does not interrupt the stopping.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const end = async (code: number) => {
    if (stopping) return;
    stopping = true;
    try {
      await stop();
    } catch (error) {
      process.stderr.write(`While stopping: ${error instanceof Error ? error.message : String(error)}\n`);
    }
    process.exit(code);
  };
  process.on("SIGINT", () => end(130));
  process.on("SIGTERM", () => end(143));
  process.on("SIGHUP", () => end(129));
  process.on("disconnect", () => end(0));
}
