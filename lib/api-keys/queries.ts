import "server-only";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";
import { API_KEY_SCOPES, type ApiKeyScope } from "./scopes";

export type ApiKey = {
  id: string;
  name: string;
  prefix: string;
  scopes: ApiKeyScope[];
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  state: "active" | "expired" | "revoked" | "without_admin";
};

/** The keys, those that work first, then the newest. A key works as long as whoever made it is an admin. */
export async function listApiKeys(db: Db, orgId: string): Promise<ApiKey[]> {
  const rows = await read(
    db
      .from("api_keys")
      .select("id, name, prefix, scopes, created_by, created_at, expires_at, last_used_at, revoked_at")
      .eq("org_id", orgId)
      .order("created_at", { ascending: false })
      .limit(200),
  );
  if (rows.length === 0) return [];
  const people = await read(
    db
      .from("members")
      .select("id, name, active, roles")
      .eq("org_id", orgId)
      .in("id", [...new Set(rows.map(({ created_by }) => created_by))]),
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  const keys = rows.map((row): ApiKey => {
    const maker = byId.get(row.created_by);
    const isAdmin = maker?.active === true && maker.roles.includes("admin");
    const isOver = row.expires_at !== null && new Date(row.expires_at) <= new Date();
    return {
      id: row.id,
      name: row.name,
      prefix: row.prefix,
      scopes: API_KEY_SCOPES.filter((scope) => row.scopes.includes(scope)),
      createdBy: maker?.name ?? "",
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at,
      state: row.revoked_at ? "revoked" : isOver ? "expired" : isAdmin ? "active" : "without_admin",
    };
  });
  return keys.sort((a, b) => Number(b.state === "active") - Number(a.state === "active"));
}
