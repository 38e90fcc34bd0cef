import { useEffect, useState } from "react";
import type { FoundPlace } from "@/lib/found-place";
import { routes } from "@/lib/routes";

type Answer = { text: string; places: readonly FoundPlace[]; problem: string | null };

const nothing: Answer = { text: "", places: [], problem: null };

/** Milliseconds after the last key. */
const PAUSE = 120;

/** What the server finds for a text. Until it has answered, what it found before stays, so that nothing flickers. */
export function useFoundPlaces(org: string, text: string): Answer & { isPending: boolean } {
  const [answer, setAnswer] = useState(nothing);
  useEffect(() => {
    if (text === "") {
      setAnswer(nothing);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const found = await ask(org, text, stop.signal);
      if (!stop.signal.aborted) setAnswer({ text, ...found });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [org, text]);
  return { ...answer, isPending: answer.text !== text };
}

async function ask(org: string, text: string, signal: AbortSignal): Promise<Omit<Answer, "text">> {
  try {
    const response = await fetch(`${routes.find(org)}?q=${encodeURIComponent(text)}`, { signal });
    const body: unknown = await response.json();
    if (response.ok) return { places: body as FoundPlace[], problem: null };
    return { places: [], problem: (body as { message: string }).message };
  } catch {
    return { places: [], problem: "Orders and requests could not be searched. Check the connection and type again." };
  }
}
