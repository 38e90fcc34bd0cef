/** One thing broken on purpose, and the test that has to notice. */
export type Fault = {
  name: string;
  /** The test's file under tests/database and words of its title. */
  noticedBy: [file: string, title: string];
} & ({ function: string; replace: string; by: string } | { sql: string });

const file = (path: string) => `${path}.test.ts`;

/** A fault in the body of a function in `private`: `replace`, which has to occur in it, becomes `by`. */
export function inFunction(
  name: string,
  where: string,
  replace: string,
  by: string,
  path: string,
  title: string,
): Fault {
  return { name, function: where, replace, by, noticedBy: [file(path), title] };
}

/** A fault in what the functions rely on. */
export function inCatalogue(name: string, sql: string, path: string, title: string): Fault {
  return { name, sql, noticedBy: [file(path), title] };
}
