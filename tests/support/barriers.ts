import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { RunOptions } from "axe-core";

export type Barrier = { rule: string; html: string };

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG_21_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/**
 * What axe finds in the page, or in the part of it that `within` selects: everything WCAG 2.1 AA asks for, or only `rules`, or
 * all that axe knows. It runs in the page itself, loaded once per document: our pages have no frames, and axe's own package for Playwright brings
 * half a megabyte with every question.
 */
export async function findBarriers(
  page: Page,
  options: { within?: string; rules?: string[] | "all" } = {},
): Promise<Barrier[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const { within = "html", rules } = options;
  const runOnly: RunOptions["runOnly"] = Array.isArray(rules)
    ? { type: "rule", values: rules }
    : { type: "tag", values: WCAG_21_AA };
  return page.evaluate(
    async ({ within, options }) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(within, options);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html: html.slice(0, 200) })));
    },
    {
      within,
      options: {
        ...(rules !== "all" && { runOnly }),
        resultTypes: ["violations"],
        preload: false,
      } satisfies RunOptions,
    },
  );
}
