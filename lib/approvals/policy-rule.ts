import type { ChangeKind } from "@/lib/change-requests/change-view";
import type { Database } from "@/lib/supabase/database.types";

export type Stage = Database["public"]["Enums"]["order_stage"];

/**
 * What has to hold for a rule to apply: all of it, each for any change of the request or for the request as a whole.
 * Numbers of units, money and percent are decimal strings and mean "at least"; `days_to_ship` means "at most".
 */
export type RuleConditions = {
  kinds?: ChangeKind[];
  /** Units a change touches; a removed, new or substituted line counts whole. */
  quantity?: string;
  /** Share of the line that a change touches. */
  percent?: string;
  /** Money of everything it touches, in the order's currency; what has no price counts as any amount. */
  value?: string;
  days_moved?: number;
  /** From the day it is sent to the earliest ship date it touches. */
  days_to_ship?: number;
  /** `*` stands for anything. */
  customer?: string;
  sku?: string;
  /** The order's, when the request is sent. */
  stages?: Stage[];
  /** Members' ids. */
  requesters?: string[];
};

/** Who: any approver, or these people and groups (ids). */
export type Approvers = { anyone?: boolean; members?: string[]; groups?: string[] };

export type RuleStep = { approvers: Approvers; required: number };

export type PolicyRule = { id: string; name: string; conditions: RuleConditions; steps: RuleStep[] };

/** The last rule of every policy: whatever no other rule takes, any approver decides. */
export const DEFAULT_RULE_ID = "default";

/** A step that could be left without enough people; `step` is absent where both together need more different people. */
export type PolicyProblem = {
  code: string;
  rule_id?: string;
  rule?: string;
  step?: number;
  needed?: number;
  available?: number;
  /** With this requester, who may not decide. */
  when_asked_by?: string;
  name?: string;
  member?: string;
  reference?: string;
};
