import "server-only";
import type { Comment } from "@/lib/change-requests/comment";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** What was said about a request, the first thing first. */
export async function listComments(db: Db, orgId: string, requestId: string): Promise<Comment[]> {
  const rows = await read(
    db
      .from("request_comments")
      .select("id, body, commented_at, commented_by, mentioned, round")
      .eq("org_id", orgId)
      .eq("request_id", requestId)
      .order("commented_at")
      .limit(500),
  );
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.flatMap(({ commented_by, mentioned }) => [commented_by, ...mentioned]))];
  const people = await read(db.from("members").select("id, name").eq("org_id", orgId).in("id", ids));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "a former member";
  return rows.map(({ id, body, commented_at, commented_by, mentioned, round }) => ({
    id,
    body,
    round,
    author: nameOf(commented_by),
    at: commented_at,
    mentioned: mentioned.map(nameOf),
  }));
}

/** Everybody who can be mentioned, by name, without oneself. */
export async function listColleagues(db: Db, orgId: string, memberId: string): Promise<{ id: string; name: string }[]> {
  return read(
    db
      .from("members")
      .select("id, name")
      .eq("org_id", orgId)
      .eq("active", true)
      .neq("id", memberId)
      .order("name")
      .limit(500),
  );
}
