import "server-only";
import { fromPostgrest } from "@/lib/supabase/postgrest-error";

type Failed = { data: null; error: { message: string; details: string; hint: string; code: string } };
type Answered<T> = { data: T; error: null };

/** Rows of a select, or an `AppError`: `await read(db.from("orders").select("id, order_number").eq(…))`. */
export async function read<T>(query: PromiseLike<(Answered<T> | Failed) & { status: number }>): Promise<T> {
  const { data, error, status } = await query;
  if (error) throw fromPostgrest(error, status);
  return data as T;
}

/** The same with the number of all matching rows, for `select(columns, { count: "exact" })`. */
export async function readPage<T>(
  query: PromiseLike<(Answered<T> | Failed) & { status: number; count: number | null }>,
): Promise<{ rows: T; total: number }> {
  const { data, error, status, count } = await query;
  if (error) throw fromPostgrest(error, status);
  return { rows: data as T, total: count ?? 0 };
}
