import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import { listMemberships, type Organization } from "@/lib/auth/memberships";
import { PATH_HEADER } from "@/lib/auth/path-header";
import type { MemberRole } from "@/lib/auth/roles";
import { safeNextPath } from "@/lib/auth/safe-next-path";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { type Db, userClient } from "@/lib/supabase/server";

export type { MemberRole } from "@/lib/auth/roles";

export type Member = { id: string; userId: string; name: string; email: string; roles: MemberRole[] };

export type Gate = {
  db: Db;
  member: Member;
  org: Organization;
  /** Every organization this person is an active member of, by name, for the switcher. */
  organizations: Organization[];
};

/**
 * Who is asking, verified with the auth server's key or by the auth server itself; null when nobody is signed in.
 * Once per request, however many components ask.
 */
export const signedInUser = cache(async (): Promise<{ db: Db; userId: string; email: string } | null> => {
  const db = await userClient();
  const { data, error } = await db.auth.getClaims();
  if (error?.name === "AuthRetryableFetchError") throw new AppError("unavailable", { cause: error });
  if (error || !data) return null;
  return { db, userId: data.claims.sub, email: data.claims.email ?? "" };
});

const gateOf = cache(async (orgSlug: string): Promise<Gate> => {
  const user = await signedInUser();
  if (!user) throw new AppError("signed_out");
  const memberships = await listMemberships(user.db, user.userId);
  const here = memberships.find(({ org }) => org.slug === orgSlug);
  if (!here) throw new AppError("not_found");
  return {
    db: user.db,
    member: { ...here.member, userId: user.userId },
    org: here.org,
    organizations: memberships.map(({ org }) => org),
  };
});

/** The gate as an exception, for actions and route handlers: `signed_out`, `not_found` (a stranger's org) or `not_allowed`. */
export async function checkMember(orgSlug: string, role?: MemberRole): Promise<Gate> {
  const gate = await gateOf(orgSlug);
  if (role && !gate.member.roles.includes(role)) throw new AppError("not_allowed");
  return gate;
}

/**
 * The gate of every page: hands out the database handle, so nothing can be queried before it. Nobody signed in → sign-in
 * and back; another organization → not found; another role → the "not allowed" page.
 */
export async function requireMember(orgSlug: string, role?: MemberRole): Promise<Gate> {
  return forPage(checkMember(orgSlug, role));
}

/** Awaits a query for a page: its refusals become the page's own (sign-in, not found, not allowed), `null` is not found. */
export async function forPage<T>(work: Promise<T>): Promise<NonNullable<T>> {
  let result: T;
  try {
    result = await work;
  } catch (error) {
    if (error instanceof AppError) await leavePage(error);
    throw error;
  }
  return result ?? notFound();
}

async function leavePage(error: AppError): Promise<void> {
  if (error.code === "signed_out") redirect(routes.signIn(safeNextPath((await headers()).get(PATH_HEADER))));
  if (error.code === "not_found") notFound();
  if (error.code === "not_allowed") forbidden();
}
