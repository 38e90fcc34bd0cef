import type { Row as SqlRow } from "postgres";
import type { Person } from "../support/people.ts";
import { asMember } from "../support/postgres.ts";

/** Rows of one statement as a signed-in person, in a transaction of its own like a request of the API. */
export function readAs<T extends SqlRow = SqlRow>(
  person: Person,
  statement: string,
  parameters: unknown[],
): Promise<T[]> {
  return asMember(person.userId, async (sql) => [...(await sql.unsafe<T[]>(statement, parameters as never[]))]);
}
