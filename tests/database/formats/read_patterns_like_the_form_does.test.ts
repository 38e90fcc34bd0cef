import { expect, test } from "vitest";
import { formatCases } from "../../support/format-cases.ts";
import { superuser } from "../../support/postgres.ts";

test("every pattern fits what the form says it fits", async () => {
  const rows = await superuser<{ pattern: string; text: string; fits: boolean }[]>`
    select c.pattern, c.text, private.matches_format(c.pattern, c.text) as fits
    from jsonb_to_recordset(${superuser.json(formatCases.map(([pattern, text], at) => ({ at, pattern, text })))}) c (at int, pattern text, text text)
    order by c.at`;
  expect(rows.map(({ pattern, text, fits }) => [pattern, text, fits])).toEqual(formatCases);
});

test("nothing is not a format and fits none", async () => {
  const [row] = await superuser`
    select private.format_regex(null) as regex, private.matches_format('#', null) as text, private.matches_format(null, '1') as pattern`;
  expect(row).toEqual({ regex: null, text: false, pattern: false });
});

test("a pattern made to be slow is not", async () => {
  const began = performance.now();
  await superuser`select private.matches_format(repeat('?+', 29) || '#!', repeat('a1', 50)) from generate_series(1, 1000)`;
  expect(performance.now() - began).toBeLessThan(5_000);
});
