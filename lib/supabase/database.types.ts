export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      api_keys: {
        Row: {
          created_at: string;
          created_by: string;
          expires_at: string | null;
          id: string;
          key_hash: string;
          last_used_at: string | null;
          name: string;
          org_id: string;
          prefix: string;
          revoked_at: string | null;
          revoked_by: string | null;
          scopes: string[];
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by: string;
          expires_at?: string | null;
          id?: string;
          key_hash: string;
          last_used_at?: string | null;
          name: string;
          org_id: string;
          prefix: string;
          revoked_at?: string | null;
          revoked_by?: string | null;
          scopes: string[];
        };
        Update: {
          created_at?: string;
          created_by?: string;
          expires_at?: string | null;
          id?: string;
          key_hash?: string;
          last_used_at?: string | null;
          name?: string;
          org_id?: string;
          prefix?: string;
          revoked_at?: string | null;
          revoked_by?: string | null;
          scopes?: string[];
        };
        Relationships: [
          {
            foreignKeyName: "api_keys_creator_is_a_member";
            columns: ["org_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "api_keys_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "api_keys_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "api_keys_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "api_keys_revoker_is_a_member";
            columns: ["org_id", "revoked_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      approval_policies: {
        Row: {
          created_at: string;
          created_by: string;
          org_id: string;
          rules: NonNullable<Json>;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by: string;
          org_id: string;
          rules: NonNullable<Json>;
          version: number;
        };
        Update: {
          created_at?: string;
          created_by?: string;
          org_id?: string;
          rules?: NonNullable<Json>;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "approval_policies_creator_is_a_member";
            columns: ["org_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "approval_policies_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "approval_policies_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "approval_policies_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      approver_group_members: {
        Row: {
          group_id: string;
          member_id: string;
          org_id: string;
        };
        ComputedFields: never;
        Insert: {
          group_id: string;
          member_id: string;
          org_id: string;
        };
        Update: {
          group_id?: string;
          member_id?: string;
          org_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "approver_group_members_are_members";
            columns: ["org_id", "member_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "approver_group_members_group_exists";
            columns: ["org_id", "group_id"];
            isOneToOne: false;
            referencedRelation: "approver_groups";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      approver_groups: {
        Row: {
          active: boolean;
          created_at: string;
          id: string;
          name: string;
          org_id: string;
        };
        ComputedFields: never;
        Insert: {
          active?: boolean;
          created_at?: string;
          id?: string;
          name: string;
          org_id: string;
        };
        Update: {
          active?: boolean;
          created_at?: string;
          id?: string;
          name?: string;
          org_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "approver_groups_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "approver_groups_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "approver_groups_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      audit_entries: {
        Row: {
          action: string;
          actor_email: string | null;
          actor_id: string | null;
          actor_name: string | null;
          actor_roles: string[] | null;
          after: Json | null;
          at: string;
          before: Json | null;
          hash: string;
          order_id: string | null;
          order_number: string | null;
          org_id: string;
          prev_hash: string;
          request_id: string | null;
          request_reference: string | null;
          seq: number;
        };
        ComputedFields: never;
        Insert: {
          action: string;
          actor_email?: string | null;
          actor_id?: string | null;
          actor_name?: string | null;
          actor_roles?: string[] | null;
          after?: Json | null;
          at: string;
          before?: Json | null;
          hash: string;
          order_id?: string | null;
          order_number?: string | null;
          org_id: string;
          prev_hash: string;
          request_id?: string | null;
          request_reference?: string | null;
          seq: number;
        };
        Update: {
          action?: string;
          actor_email?: string | null;
          actor_id?: string | null;
          actor_name?: string | null;
          actor_roles?: string[] | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          hash?: string;
          order_id?: string | null;
          order_number?: string | null;
          org_id?: string;
          prev_hash?: string;
          request_id?: string | null;
          request_reference?: string | null;
          seq?: number;
        };
        Relationships: [
          {
            foreignKeyName: "audit_entries_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "audit_entries_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "audit_entries_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      audit_heads: {
        Row: {
          hash: string;
          org_id: string;
          seq: number;
        };
        ComputedFields: never;
        Insert: {
          hash?: string;
          org_id: string;
          seq?: number;
        };
        Update: {
          hash?: string;
          org_id?: string;
          seq?: number;
        };
        Relationships: [
          {
            foreignKeyName: "audit_heads_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: true;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "audit_heads_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: true;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "audit_heads_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: true;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      change_requests: {
        Row: {
          acknowledged_at: string | null;
          acknowledged_by: string | null;
          applied_version: number | null;
          base_version: number;
          closed_at: string | null;
          decided_at: string | null;
          decided_by: string | null;
          decided_for: string | null;
          decision_note: string | null;
          due_at: string | null;
          escalated_at: string | null;
          id: string;
          late_told_at: string | null;
          number: number;
          order_id: string;
          org_id: string;
          payload_hash: string;
          problems: NonNullable<Json>;
          reason: string;
          reason_code: string;
          reference: string;
          reminded_at: string | null;
          requested_by: string;
          reverses: string | null;
          round: number;
          routing_key: string | null;
          status: Database["public"]["Enums"]["request_status"];
          step: number;
          submitted_at: string;
        };
        ComputedFields: never;
        Insert: {
          acknowledged_at?: string | null;
          acknowledged_by?: string | null;
          applied_version?: number | null;
          base_version: number;
          closed_at?: string | null;
          decided_at?: string | null;
          decided_by?: string | null;
          decided_for?: string | null;
          decision_note?: string | null;
          due_at?: string | null;
          escalated_at?: string | null;
          id?: string;
          late_told_at?: string | null;
          number: number;
          order_id: string;
          org_id: string;
          payload_hash: string;
          problems?: NonNullable<Json>;
          reason: string;
          reason_code: string;
          reference?: never;
          reminded_at?: string | null;
          requested_by: string;
          reverses?: string | null;
          round?: number;
          routing_key?: string | null;
          status: Database["public"]["Enums"]["request_status"];
          step?: number;
          submitted_at?: string;
        };
        Update: {
          acknowledged_at?: string | null;
          acknowledged_by?: string | null;
          applied_version?: number | null;
          base_version?: number;
          closed_at?: string | null;
          decided_at?: string | null;
          decided_by?: string | null;
          decided_for?: string | null;
          decision_note?: string | null;
          due_at?: string | null;
          escalated_at?: string | null;
          id?: string;
          late_told_at?: string | null;
          number?: number;
          order_id?: string;
          org_id?: string;
          payload_hash?: string;
          problems?: NonNullable<Json>;
          reason?: string;
          reason_code?: string;
          reference?: never;
          reminded_at?: string | null;
          requested_by?: string;
          reverses?: string | null;
          round?: number;
          routing_key?: string | null;
          status?: Database["public"]["Enums"]["request_status"];
          step?: number;
          submitted_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "change_requests_acknowledger_is_a_member";
            columns: ["org_id", "acknowledged_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_decided_for_a_member";
            columns: ["org_id", "decided_for"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_decider_is_a_member";
            columns: ["org_id", "decided_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "change_requests_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "change_requests_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "change_requests_reason_exists";
            columns: ["org_id", "reason_code"];
            isOneToOne: false;
            referencedRelation: "reasons";
            referencedColumns: ["org_id", "code"];
          },
          {
            foreignKeyName: "change_requests_requester_is_a_member";
            columns: ["org_id", "requested_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_reversed_exists";
            columns: ["org_id", "reverses"];
            isOneToOne: false;
            referencedRelation: "change_request_checks";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "change_requests_reversed_exists";
            columns: ["org_id", "reverses"];
            isOneToOne: false;
            referencedRelation: "change_request_list";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_reversed_exists";
            columns: ["org_id", "reverses"];
            isOneToOne: false;
            referencedRelation: "change_requests";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_reversed_exists";
            columns: ["org_id", "reverses"];
            isOneToOne: false;
            referencedRelation: "changes_to_acknowledge";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "change_requests_reversed_exists";
            columns: ["org_id", "reverses"];
            isOneToOne: false;
            referencedRelation: "my_queue";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_reversed_exists";
            columns: ["org_id", "reverses"];
            isOneToOne: false;
            referencedRelation: "request_deciders";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "change_requests_reversed_exists";
            columns: ["org_id", "reverses"];
            isOneToOne: false;
            referencedRelation: "request_routing";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "change_requests_reversed_exists";
            columns: ["org_id", "reverses"];
            isOneToOne: false;
            referencedRelation: "stop_list";
            referencedColumns: ["org_id", "request_id"];
          },
        ];
      };
      changes: {
        Row: {
          after: NonNullable<Json>;
          before: NonNullable<Json>;
          kind: Database["public"]["Enums"]["change_kind"];
          line_id: string | null;
          org_id: string;
          outcome: Database["public"]["Enums"]["change_outcome"] | null;
          position: number;
          request_id: string;
          round: number;
        };
        ComputedFields: never;
        Insert: {
          after: NonNullable<Json>;
          before: NonNullable<Json>;
          kind: Database["public"]["Enums"]["change_kind"];
          line_id?: string | null;
          org_id: string;
          outcome?: Database["public"]["Enums"]["change_outcome"] | null;
          position: number;
          request_id: string;
          round: number;
        };
        Update: {
          after?: NonNullable<Json>;
          before?: NonNullable<Json>;
          kind?: Database["public"]["Enums"]["change_kind"];
          line_id?: string | null;
          org_id?: string;
          outcome?: Database["public"]["Enums"]["change_outcome"] | null;
          position?: number;
          request_id?: string;
          round?: number;
        };
        Relationships: [
          {
            foreignKeyName: "changes_line_exists";
            columns: ["org_id", "line_id"];
            isOneToOne: false;
            referencedRelation: "order_line_locks";
            referencedColumns: ["org_id", "line_id"];
          },
          {
            foreignKeyName: "changes_line_exists";
            columns: ["org_id", "line_id"];
            isOneToOne: false;
            referencedRelation: "order_lines";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "changes_round_exists";
            columns: ["org_id", "request_id", "round"];
            isOneToOne: false;
            referencedRelation: "request_rounds";
            referencedColumns: ["org_id", "request_id", "round"];
          },
        ];
      };
      decisions: {
        Row: {
          basis: Database["public"]["Enums"]["decider_basis"];
          decided_at: string;
          decided_by: string;
          decision: Database["public"]["Enums"]["decision_kind"];
          note: string | null;
          on_behalf_of: string | null;
          order_version: number;
          org_id: string;
          outcome: Database["public"]["Enums"]["request_status"];
          payload_hash: string;
          rejected_changes: number[];
          request_id: string;
          round: number;
          step: number;
        };
        ComputedFields: never;
        Insert: {
          basis?: Database["public"]["Enums"]["decider_basis"];
          decided_at?: string;
          decided_by: string;
          decision: Database["public"]["Enums"]["decision_kind"];
          note?: string | null;
          on_behalf_of?: string | null;
          order_version: number;
          org_id: string;
          outcome: Database["public"]["Enums"]["request_status"];
          payload_hash: string;
          rejected_changes?: number[];
          request_id: string;
          round: number;
          step?: number;
        };
        Update: {
          basis?: Database["public"]["Enums"]["decider_basis"];
          decided_at?: string;
          decided_by?: string;
          decision?: Database["public"]["Enums"]["decision_kind"];
          note?: string | null;
          on_behalf_of?: string | null;
          order_version?: number;
          org_id?: string;
          outcome?: Database["public"]["Enums"]["request_status"];
          payload_hash?: string;
          rejected_changes?: number[];
          request_id?: string;
          round?: number;
          step?: number;
        };
        Relationships: [
          {
            foreignKeyName: "decisions_decider_is_a_member";
            columns: ["org_id", "decided_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "decisions_round_exists";
            columns: ["org_id", "request_id", "round"];
            isOneToOne: false;
            referencedRelation: "request_rounds";
            referencedColumns: ["org_id", "request_id", "round"];
          },
          {
            foreignKeyName: "decisions_stand_for_a_member";
            columns: ["org_id", "on_behalf_of"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      delegations: {
        Row: {
          created_at: string;
          created_by: string;
          ends_at: string;
          from_member: string;
          id: string;
          note: string | null;
          org_id: string;
          revoked_at: string | null;
          revoked_by: string | null;
          starts_at: string;
          to_member: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by: string;
          ends_at: string;
          from_member: string;
          id?: string;
          note?: string | null;
          org_id: string;
          revoked_at?: string | null;
          revoked_by?: string | null;
          starts_at: string;
          to_member: string;
        };
        Update: {
          created_at?: string;
          created_by?: string;
          ends_at?: string;
          from_member?: string;
          id?: string;
          note?: string | null;
          org_id?: string;
          revoked_at?: string | null;
          revoked_by?: string | null;
          starts_at?: string;
          to_member?: string;
        };
        Relationships: [
          {
            foreignKeyName: "delegations_creator_is_a_member";
            columns: ["org_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "delegations_from_a_member";
            columns: ["org_id", "from_member"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "delegations_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "delegations_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "delegations_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "delegations_revoker_is_a_member";
            columns: ["org_id", "revoked_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "delegations_to_a_member";
            columns: ["org_id", "to_member"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      export_lines: {
        Row: {
          cells: Json | null;
          export_id: string;
          is_removed: boolean;
          line_id: string;
          order_id: string;
          org_id: string;
          position: number;
          sibling_cells: Json | null;
          source_id: string | null;
          values: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          cells?: Json | null;
          export_id: string;
          is_removed: boolean;
          line_id: string;
          order_id: string;
          org_id: string;
          position: number;
          sibling_cells?: Json | null;
          source_id?: string | null;
          values: NonNullable<Json>;
        };
        Update: {
          cells?: Json | null;
          export_id?: string;
          is_removed?: boolean;
          line_id?: string;
          order_id?: string;
          org_id?: string;
          position?: number;
          sibling_cells?: Json | null;
          source_id?: string | null;
          values?: NonNullable<Json>;
        };
        Relationships: [
          {
            foreignKeyName: "export_lines_export_exists";
            columns: ["org_id", "export_id"];
            isOneToOne: false;
            referencedRelation: "exports";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "export_lines_source_exists";
            columns: ["org_id", "source_id"];
            isOneToOne: false;
            referencedRelation: "import_sources";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      exports: {
        Row: {
          api_key_id: string | null;
          created_at: string;
          created_by: string;
          id: string;
          lines_dropped_at: string | null;
          number: number;
          order_count: number;
          org_id: string;
          requests: NonNullable<Json>;
          row_count: number;
          scope: Database["public"]["Enums"]["export_scope"];
          sources: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          api_key_id?: string | null;
          created_at?: string;
          created_by: string;
          id?: string;
          lines_dropped_at?: string | null;
          number: number;
          order_count: number;
          org_id: string;
          requests: NonNullable<Json>;
          row_count: number;
          scope: Database["public"]["Enums"]["export_scope"];
          sources: NonNullable<Json>;
        };
        Update: {
          api_key_id?: string | null;
          created_at?: string;
          created_by?: string;
          id?: string;
          lines_dropped_at?: string | null;
          number?: number;
          order_count?: number;
          org_id?: string;
          requests?: NonNullable<Json>;
          row_count?: number;
          scope?: Database["public"]["Enums"]["export_scope"];
          sources?: NonNullable<Json>;
        };
        Relationships: [
          {
            foreignKeyName: "exports_api_key_exists";
            columns: ["org_id", "api_key_id"];
            isOneToOne: false;
            referencedRelation: "api_keys";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "exports_creator_is_a_member";
            columns: ["org_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "exports_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "exports_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "exports_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      formats: {
        Row: {
          example: string;
          org_id: string;
          pattern: string;
          position: number;
          subject: Database["public"]["Enums"]["format_subject"];
        };
        ComputedFields: never;
        Insert: {
          example: string;
          org_id: string;
          pattern: string;
          position: number;
          subject: Database["public"]["Enums"]["format_subject"];
        };
        Update: {
          example?: string;
          org_id?: string;
          pattern?: string;
          position?: number;
          subject?: Database["public"]["Enums"]["format_subject"];
        };
        Relationships: [
          {
            foreignKeyName: "formats_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "formats_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "formats_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      holidays: {
        Row: {
          day: string;
          name: string;
          org_id: string;
          site_code: string;
        };
        ComputedFields: never;
        Insert: {
          day: string;
          name?: string;
          org_id: string;
          site_code: string;
        };
        Update: {
          day?: string;
          name?: string;
          org_id?: string;
          site_code?: string;
        };
        Relationships: [
          {
            foreignKeyName: "holidays_site_exists";
            columns: ["org_id", "site_code"];
            isOneToOne: false;
            referencedRelation: "sites";
            referencedColumns: ["org_id", "code"];
          },
        ];
      };
      idempotency_keys: {
        Row: {
          actor_id: string;
          command: string;
          created_at: string;
          key: string;
          org_id: string;
          request_hash: string;
          response: Json | null;
        };
        ComputedFields: never;
        Insert: {
          actor_id: string;
          command: string;
          created_at?: string;
          key: string;
          org_id: string;
          request_hash: string;
          response?: Json | null;
        };
        Update: {
          actor_id?: string;
          command?: string;
          created_at?: string;
          key?: string;
          org_id?: string;
          request_hash?: string;
          response?: Json | null;
        };
        Relationships: [
          {
            foreignKeyName: "idempotency_keys_actor_is_a_member";
            columns: ["org_id", "actor_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      import_events: {
        Row: {
          at: string;
          by_member: string;
          facts: NonNullable<Json>;
          id: string;
          import_id: string;
          kind: Database["public"]["Enums"]["import_event_kind"];
          org_id: string;
        };
        ComputedFields: never;
        Insert: {
          at?: string;
          by_member: string;
          facts?: NonNullable<Json>;
          id?: string;
          import_id: string;
          kind: Database["public"]["Enums"]["import_event_kind"];
          org_id: string;
        };
        Update: {
          at?: string;
          by_member?: string;
          facts?: NonNullable<Json>;
          id?: string;
          import_id?: string;
          kind?: Database["public"]["Enums"]["import_event_kind"];
          org_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "import_events_actor_is_a_member";
            columns: ["org_id", "by_member"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "import_events_import_exists";
            columns: ["org_id", "import_id"];
            isOneToOne: false;
            referencedRelation: "imports";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      import_line_writes: {
        Row: {
          before: Json | null;
          import_id: string;
          line_id: string;
          order_id: string;
          org_id: string;
        };
        ComputedFields: never;
        Insert: {
          before?: Json | null;
          import_id: string;
          line_id: string;
          order_id: string;
          org_id: string;
        };
        Update: {
          before?: Json | null;
          import_id?: string;
          line_id?: string;
          order_id?: string;
          org_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "import_line_writes_order_is_written";
            columns: ["org_id", "import_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "import_writes";
            referencedColumns: ["org_id", "import_id", "order_id"];
          },
        ];
      };
      import_missing_orders: {
        Row: {
          customer: string;
          import_id: string;
          is_closing: boolean;
          open_requests: number;
          order_id: string;
          order_number: string;
          org_id: string;
          stage: Database["public"]["Enums"]["order_stage"];
        };
        ComputedFields: never;
        Insert: {
          customer: string;
          import_id: string;
          is_closing?: boolean;
          open_requests: number;
          order_id: string;
          order_number: string;
          org_id: string;
          stage: Database["public"]["Enums"]["order_stage"];
        };
        Update: {
          customer?: string;
          import_id?: string;
          is_closing?: boolean;
          open_requests?: number;
          order_id?: string;
          order_number?: string;
          org_id?: string;
          stage?: Database["public"]["Enums"]["order_stage"];
        };
        Relationships: [];
      };
      import_results: {
        Row: {
          changes: Json | null;
          customer: string | null;
          import_id: string;
          line_key: string | null;
          notes: Json | null;
          order_changes: Json | null;
          order_number: string | null;
          org_id: string;
          result: Database["public"]["Enums"]["import_result"];
          row_number: number;
          sku: string | null;
        };
        ComputedFields: never;
        Insert: {
          changes?: Json | null;
          customer?: string | null;
          import_id: string;
          line_key?: string | null;
          notes?: Json | null;
          order_changes?: Json | null;
          order_number?: string | null;
          org_id: string;
          result: Database["public"]["Enums"]["import_result"];
          row_number: number;
          sku?: string | null;
        };
        Update: {
          changes?: Json | null;
          customer?: string | null;
          import_id?: string;
          line_key?: string | null;
          notes?: Json | null;
          order_changes?: Json | null;
          order_number?: string | null;
          org_id?: string;
          result?: Database["public"]["Enums"]["import_result"];
          row_number?: number;
          sku?: string | null;
        };
        Relationships: [];
      };
      import_rows: {
        Row: {
          cells: NonNullable<Json>;
          currency: string | null;
          customer: string | null;
          customer_po: string | null;
          description: string | null;
          import_id: string;
          line_number: string | null;
          line_requested_ship_date: string | null;
          line_status: string | null;
          order_number: string | null;
          order_status: string | null;
          org_id: string;
          problems: Json | null;
          quantity_invoiced: number | null;
          quantity_ordered: number | null;
          quantity_packed: number | null;
          quantity_picked: number | null;
          quantity_shipped: number | null;
          requested_ship_date: string | null;
          row_number: number;
          ship_method: string | null;
          ship_to: string | null;
          site: string | null;
          sku: string | null;
          sku_key: string | null;
          unit_price: number | null;
          uom: string | null;
        };
        ComputedFields: never;
        Insert: {
          cells: NonNullable<Json>;
          currency?: string | null;
          customer?: string | null;
          customer_po?: string | null;
          description?: string | null;
          import_id: string;
          line_number?: string | null;
          line_requested_ship_date?: string | null;
          line_status?: string | null;
          order_number?: string | null;
          order_status?: string | null;
          org_id: string;
          problems?: Json | null;
          quantity_invoiced?: number | null;
          quantity_ordered?: number | null;
          quantity_packed?: number | null;
          quantity_picked?: number | null;
          quantity_shipped?: number | null;
          requested_ship_date?: string | null;
          row_number: number;
          ship_method?: string | null;
          ship_to?: string | null;
          site?: string | null;
          sku?: string | null;
          sku_key?: string | null;
          unit_price?: number | null;
          uom?: string | null;
        };
        Update: {
          cells?: NonNullable<Json>;
          currency?: string | null;
          customer?: string | null;
          customer_po?: string | null;
          description?: string | null;
          import_id?: string;
          line_number?: string | null;
          line_requested_ship_date?: string | null;
          line_status?: string | null;
          order_number?: string | null;
          order_status?: string | null;
          org_id?: string;
          problems?: Json | null;
          quantity_invoiced?: number | null;
          quantity_ordered?: number | null;
          quantity_packed?: number | null;
          quantity_picked?: number | null;
          quantity_shipped?: number | null;
          requested_ship_date?: string | null;
          row_number?: number;
          ship_method?: string | null;
          ship_to?: string | null;
          site?: string | null;
          sku?: string | null;
          sku_key?: string | null;
          unit_price?: number | null;
          uom?: string | null;
        };
        Relationships: [];
      };
      import_source_versions: {
        Row: {
          created_at: string;
          created_by: string;
          format: NonNullable<Json>;
          import_id: string;
          is_proposed: boolean;
          org_id: string;
          source_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by: string;
          format: NonNullable<Json>;
          import_id: string;
          is_proposed: boolean;
          org_id: string;
          source_id: string;
          version: number;
        };
        Update: {
          created_at?: string;
          created_by?: string;
          format?: NonNullable<Json>;
          import_id?: string;
          is_proposed?: boolean;
          org_id?: string;
          source_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "import_source_versions_creator_is_a_member";
            columns: ["org_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "import_source_versions_import_exists";
            columns: ["org_id", "import_id"];
            isOneToOne: false;
            referencedRelation: "imports";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "import_source_versions_source_exists";
            columns: ["org_id", "source_id"];
            isOneToOne: false;
            referencedRelation: "import_sources";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      import_sources: {
        Row: {
          created_at: string;
          created_by: string;
          format: NonNullable<Json>;
          header_key: string;
          id: string;
          name: string;
          org_id: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by: string;
          format: NonNullable<Json>;
          header_key: string;
          id?: string;
          name: string;
          org_id: string;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          created_by?: string;
          format?: NonNullable<Json>;
          header_key?: string;
          id?: string;
          name?: string;
          org_id?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "import_sources_creator_is_a_member";
            columns: ["org_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "import_sources_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "import_sources_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "import_sources_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      import_writes: {
        Row: {
          before: Json | null;
          import_id: string;
          order_id: string;
          org_id: string;
          version_after: number;
          version_before: number | null;
        };
        ComputedFields: never;
        Insert: {
          before?: Json | null;
          import_id: string;
          order_id: string;
          org_id: string;
          version_after: number;
          version_before?: number | null;
        };
        Update: {
          before?: Json | null;
          import_id?: string;
          order_id?: string;
          org_id?: string;
          version_after?: number;
          version_before?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: "import_writes_import_exists";
            columns: ["org_id", "import_id"];
            isOneToOne: false;
            referencedRelation: "imports";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "import_writes_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "import_writes_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "import_writes_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      imports: {
        Row: {
          api_key_id: string | null;
          closed_at: string | null;
          closed_by: string | null;
          counts: Json | null;
          created_at: string;
          created_by: string;
          earlier_format: Json | null;
          file_bytes: number;
          file_hash: string | null;
          file_modified_at: string | null;
          file_name: string;
          format: NonNullable<Json>;
          header_key: string;
          id: string;
          number: number;
          org_id: string;
          preview: Json | null;
          previewed_at: string | null;
          row_count: number;
          sheet_id: string | null;
          source_id: string | null;
          status: Database["public"]["Enums"]["import_status"];
          undone_at: string | null;
          undone_by: string | null;
        };
        ComputedFields: never;
        Insert: {
          api_key_id?: string | null;
          closed_at?: string | null;
          closed_by?: string | null;
          counts?: Json | null;
          created_at?: string;
          created_by: string;
          earlier_format?: Json | null;
          file_bytes: number;
          file_hash?: string | null;
          file_modified_at?: string | null;
          file_name: string;
          format: NonNullable<Json>;
          header_key: string;
          id?: string;
          number: number;
          org_id: string;
          preview?: Json | null;
          previewed_at?: string | null;
          row_count: number;
          sheet_id?: string | null;
          source_id?: string | null;
          status?: Database["public"]["Enums"]["import_status"];
          undone_at?: string | null;
          undone_by?: string | null;
        };
        Update: {
          api_key_id?: string | null;
          closed_at?: string | null;
          closed_by?: string | null;
          counts?: Json | null;
          created_at?: string;
          created_by?: string;
          earlier_format?: Json | null;
          file_bytes?: number;
          file_hash?: string | null;
          file_modified_at?: string | null;
          file_name?: string;
          format?: NonNullable<Json>;
          header_key?: string;
          id?: string;
          number?: number;
          org_id?: string;
          preview?: Json | null;
          previewed_at?: string | null;
          row_count?: number;
          sheet_id?: string | null;
          source_id?: string | null;
          status?: Database["public"]["Enums"]["import_status"];
          undone_at?: string | null;
          undone_by?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "imports_api_key_exists";
            columns: ["org_id", "api_key_id"];
            isOneToOne: false;
            referencedRelation: "api_keys";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "imports_closer_is_a_member";
            columns: ["org_id", "closed_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "imports_creator_is_a_member";
            columns: ["org_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "imports_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "imports_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "imports_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "imports_sheet_exists";
            columns: ["org_id", "sheet_id"];
            isOneToOne: false;
            referencedRelation: "sheets";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "imports_source_exists";
            columns: ["org_id", "source_id"];
            isOneToOne: false;
            referencedRelation: "import_sources";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "imports_undoer_is_a_member";
            columns: ["org_id", "undone_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      inbox_items: {
        Row: {
          choice: Database["public"]["Enums"]["notification_choice"];
          created_at: string;
          digested_at: string | null;
          event: string;
          facts: NonNullable<Json>;
          id: string;
          member_id: string;
          org_id: string;
          read_at: string | null;
          request_id: string | null;
          template: Database["public"]["Enums"]["notification_template"];
        };
        ComputedFields: never;
        Insert: {
          choice: Database["public"]["Enums"]["notification_choice"];
          created_at?: string;
          digested_at?: string | null;
          event: string;
          facts: NonNullable<Json>;
          id?: string;
          member_id: string;
          org_id: string;
          read_at?: string | null;
          request_id?: string | null;
          template: Database["public"]["Enums"]["notification_template"];
        };
        Update: {
          choice?: Database["public"]["Enums"]["notification_choice"];
          created_at?: string;
          digested_at?: string | null;
          event?: string;
          facts?: NonNullable<Json>;
          id?: string;
          member_id?: string;
          org_id?: string;
          read_at?: string | null;
          request_id?: string | null;
          template?: Database["public"]["Enums"]["notification_template"];
        };
        Relationships: [
          {
            foreignKeyName: "inbox_items_member_exists";
            columns: ["org_id", "member_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "inbox_items_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_checks";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "inbox_items_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_list";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "inbox_items_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_requests";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "inbox_items_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "changes_to_acknowledge";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "inbox_items_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "my_queue";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "inbox_items_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_deciders";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "inbox_items_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_routing";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "inbox_items_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "stop_list";
            referencedColumns: ["org_id", "request_id"];
          },
        ];
      };
      invitations: {
        Row: {
          accepted_at: string | null;
          accepted_by: string | null;
          created_at: string;
          email: string;
          expires_at: string;
          id: string;
          invited_by: string;
          issue: number;
          name: string | null;
          org_id: string;
          revoked_at: string | null;
          revoked_by: string | null;
          roles: Database["public"]["Enums"]["member_role"][];
          sent_at: string;
          token_hash: string;
        };
        ComputedFields: never;
        Insert: {
          accepted_at?: string | null;
          accepted_by?: string | null;
          created_at?: string;
          email: string;
          expires_at?: string;
          id?: string;
          invited_by: string;
          issue?: number;
          name?: string | null;
          org_id: string;
          revoked_at?: string | null;
          revoked_by?: string | null;
          roles: Database["public"]["Enums"]["member_role"][];
          sent_at?: string;
          token_hash: string;
        };
        Update: {
          accepted_at?: string | null;
          accepted_by?: string | null;
          created_at?: string;
          email?: string;
          expires_at?: string;
          id?: string;
          invited_by?: string;
          issue?: number;
          name?: string | null;
          org_id?: string;
          revoked_at?: string | null;
          revoked_by?: string | null;
          roles?: Database["public"]["Enums"]["member_role"][];
          sent_at?: string;
          token_hash?: string;
        };
        Relationships: [
          {
            foreignKeyName: "invitations_acceptor_is_a_member";
            columns: ["org_id", "accepted_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "invitations_inviter_is_a_member";
            columns: ["org_id", "invited_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "invitations_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "invitations_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "invitations_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "invitations_revoker_is_a_member";
            columns: ["org_id", "revoked_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      lock_rules: {
        Row: {
          is_locked: boolean;
          kind: Database["public"]["Enums"]["change_kind"];
          org_id: string;
          stage: Database["public"]["Enums"]["order_stage"];
        };
        ComputedFields: never;
        Insert: {
          is_locked: boolean;
          kind: Database["public"]["Enums"]["change_kind"];
          org_id: string;
          stage: Database["public"]["Enums"]["order_stage"];
        };
        Update: {
          is_locked?: boolean;
          kind?: Database["public"]["Enums"]["change_kind"];
          org_id?: string;
          stage?: Database["public"]["Enums"]["order_stage"];
        };
        Relationships: [
          {
            foreignKeyName: "lock_rules_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "lock_rules_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "lock_rules_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      lock_table_versions: {
        Row: {
          changes: NonNullable<Json>;
          org_id: string;
          restored_version: number | null;
          rules: NonNullable<Json>;
          saved_at: string;
          saved_by: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          changes: NonNullable<Json>;
          org_id: string;
          restored_version?: number | null;
          rules: NonNullable<Json>;
          saved_at?: string;
          saved_by: string;
          version: number;
        };
        Update: {
          changes?: NonNullable<Json>;
          org_id?: string;
          restored_version?: number | null;
          rules?: NonNullable<Json>;
          saved_at?: string;
          saved_by?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "lock_table_versions_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "lock_table_versions_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "lock_table_versions_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "lock_table_versions_saver_is_a_member";
            columns: ["org_id", "saved_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      members: {
        Row: {
          active: boolean;
          created_at: string;
          deactivated_at: string | null;
          deactivated_by: string | null;
          email: string;
          id: string;
          name: string;
          org_id: string;
          roles: Database["public"]["Enums"]["member_role"][];
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          active?: boolean;
          created_at?: string;
          deactivated_at?: string | null;
          deactivated_by?: string | null;
          email: string;
          id?: string;
          name: string;
          org_id: string;
          roles: Database["public"]["Enums"]["member_role"][];
          user_id: string;
        };
        Update: {
          active?: boolean;
          created_at?: string;
          deactivated_at?: string | null;
          deactivated_by?: string | null;
          email?: string;
          id?: string;
          name?: string;
          org_id?: string;
          roles?: Database["public"]["Enums"]["member_role"][];
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "members_deactivated_by_is_a_member";
            columns: ["org_id", "deactivated_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "members_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "members_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "members_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      notification_choices: {
        Row: {
          choice: Database["public"]["Enums"]["notification_choice"];
          member_id: string;
          org_id: string;
          template: Database["public"]["Enums"]["notification_template"];
        };
        ComputedFields: never;
        Insert: {
          choice: Database["public"]["Enums"]["notification_choice"];
          member_id: string;
          org_id: string;
          template: Database["public"]["Enums"]["notification_template"];
        };
        Update: {
          choice?: Database["public"]["Enums"]["notification_choice"];
          member_id?: string;
          org_id?: string;
          template?: Database["public"]["Enums"]["notification_template"];
        };
        Relationships: [
          {
            foreignKeyName: "notification_choices_member_exists";
            columns: ["org_id", "member_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      notifications: {
        Row: {
          attempts: number;
          bounced_at: string | null;
          complained_at: string | null;
          created_at: string;
          delayed_at: string | null;
          delivered_at: string | null;
          delivery_detail: string | null;
          event: string;
          facts: NonNullable<Json>;
          first_attempt_at: string | null;
          id: string;
          issue: number;
          last_attempt_at: string | null;
          last_error: string | null;
          lease: string | null;
          lease_until: string | null;
          maybe_sent_at: string | null;
          next_attempt_at: string;
          order_id: string | null;
          org_id: string;
          provider_id: string | null;
          recipient_email: string;
          recipient_id: string | null;
          recipient_name: string;
          request_id: string | null;
          sent_at: string | null;
          state: Database["public"]["Enums"]["notification_state"];
          template: Database["public"]["Enums"]["notification_template"];
        };
        ComputedFields: never;
        Insert: {
          attempts?: number;
          bounced_at?: string | null;
          complained_at?: string | null;
          created_at?: string;
          delayed_at?: string | null;
          delivered_at?: string | null;
          delivery_detail?: string | null;
          event: string;
          facts: NonNullable<Json>;
          first_attempt_at?: string | null;
          id?: string;
          issue?: number;
          last_attempt_at?: string | null;
          last_error?: string | null;
          lease?: string | null;
          lease_until?: string | null;
          maybe_sent_at?: string | null;
          next_attempt_at?: string;
          order_id?: string | null;
          org_id: string;
          provider_id?: string | null;
          recipient_email: string;
          recipient_id?: string | null;
          recipient_name?: string;
          request_id?: string | null;
          sent_at?: string | null;
          state?: Database["public"]["Enums"]["notification_state"];
          template: Database["public"]["Enums"]["notification_template"];
        };
        Update: {
          attempts?: number;
          bounced_at?: string | null;
          complained_at?: string | null;
          created_at?: string;
          delayed_at?: string | null;
          delivered_at?: string | null;
          delivery_detail?: string | null;
          event?: string;
          facts?: NonNullable<Json>;
          first_attempt_at?: string | null;
          id?: string;
          issue?: number;
          last_attempt_at?: string | null;
          last_error?: string | null;
          lease?: string | null;
          lease_until?: string | null;
          maybe_sent_at?: string | null;
          next_attempt_at?: string;
          order_id?: string | null;
          org_id?: string;
          provider_id?: string | null;
          recipient_email?: string;
          recipient_id?: string | null;
          recipient_name?: string;
          request_id?: string | null;
          sent_at?: string | null;
          state?: Database["public"]["Enums"]["notification_state"];
          template?: Database["public"]["Enums"]["notification_template"];
        };
        Relationships: [
          {
            foreignKeyName: "notifications_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "notifications_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "notifications_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "notifications_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "notifications_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "notifications_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "notifications_recipient_is_a_member";
            columns: ["org_id", "recipient_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "notifications_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_checks";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "notifications_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_list";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "notifications_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_requests";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "notifications_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "changes_to_acknowledge";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "notifications_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "my_queue";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "notifications_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_deciders";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "notifications_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_routing";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "notifications_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "stop_list";
            referencedColumns: ["org_id", "request_id"];
          },
        ];
      };
      open_targets: {
        Row: {
          order_id: string;
          org_id: string;
          request_id: string;
          target: string;
        };
        ComputedFields: never;
        Insert: {
          order_id: string;
          org_id: string;
          request_id: string;
          target: string;
        };
        Update: {
          order_id?: string;
          org_id?: string;
          request_id?: string;
          target?: string;
        };
        Relationships: [
          {
            foreignKeyName: "open_targets_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "open_targets_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "open_targets_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "open_targets_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_checks";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "open_targets_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_list";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "open_targets_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_requests";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "open_targets_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "changes_to_acknowledge";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "open_targets_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "my_queue";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "open_targets_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_deciders";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "open_targets_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_routing";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "open_targets_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "stop_list";
            referencedColumns: ["org_id", "request_id"];
          },
        ];
      };
      order_lines: {
        Row: {
          added_by_request: string | null;
          created_at: string;
          description: string | null;
          id: string;
          line_key: string;
          marked_at: string | null;
          marked_by: string | null;
          marked_stage: Database["public"]["Enums"]["order_stage"] | null;
          order_id: string;
          org_id: string;
          position: number;
          quantity_invoiced: number | null;
          quantity_ordered: number;
          quantity_packed: number | null;
          quantity_picked: number | null;
          quantity_shipped: number | null;
          reached_stage: Database["public"]["Enums"]["order_stage"] | null;
          removed_at: string | null;
          requested_ship_date: string | null;
          sku: string;
          source_columns: Json | null;
          source_key: string | null;
          status_stage: Database["public"]["Enums"]["order_stage"] | null;
          status_word: string | null;
          unit_price: number | null;
          uom: string | null;
        };
        ComputedFields: never;
        Insert: {
          added_by_request?: string | null;
          created_at?: string;
          description?: string | null;
          id?: string;
          line_key: string;
          marked_at?: string | null;
          marked_by?: string | null;
          marked_stage?: Database["public"]["Enums"]["order_stage"] | null;
          order_id: string;
          org_id: string;
          position: number;
          quantity_invoiced?: number | null;
          quantity_ordered: number;
          quantity_packed?: number | null;
          quantity_picked?: number | null;
          quantity_shipped?: number | null;
          reached_stage?: never;
          removed_at?: string | null;
          requested_ship_date?: string | null;
          sku: string;
          source_columns?: Json | null;
          source_key?: string | null;
          status_stage?: Database["public"]["Enums"]["order_stage"] | null;
          status_word?: string | null;
          unit_price?: number | null;
          uom?: string | null;
        };
        Update: {
          added_by_request?: string | null;
          created_at?: string;
          description?: string | null;
          id?: string;
          line_key?: string;
          marked_at?: string | null;
          marked_by?: string | null;
          marked_stage?: Database["public"]["Enums"]["order_stage"] | null;
          order_id?: string;
          org_id?: string;
          position?: number;
          quantity_invoiced?: number | null;
          quantity_ordered?: number;
          quantity_packed?: number | null;
          quantity_picked?: number | null;
          quantity_shipped?: number | null;
          reached_stage?: never;
          removed_at?: string | null;
          requested_ship_date?: string | null;
          sku?: string;
          source_columns?: Json | null;
          source_key?: string | null;
          status_stage?: Database["public"]["Enums"]["order_stage"] | null;
          status_word?: string | null;
          unit_price?: number | null;
          uom?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "order_lines_marker_is_a_member";
            columns: ["org_id", "marked_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "order_lines_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "order_lines_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "order_lines_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      order_writes: {
        Row: {
          export_id: string | null;
          order_id: string;
          org_id: string;
          request_id: string;
          version_after: number;
          version_before: number;
          written_at: string;
          written_by: string;
        };
        ComputedFields: never;
        Insert: {
          export_id?: string | null;
          order_id: string;
          org_id: string;
          request_id: string;
          version_after: number;
          version_before: number;
          written_at?: string;
          written_by: string;
        };
        Update: {
          export_id?: string | null;
          order_id?: string;
          org_id?: string;
          request_id?: string;
          version_after?: number;
          version_before?: number;
          written_at?: string;
          written_by?: string;
        };
        Relationships: [
          {
            foreignKeyName: "order_writes_export_exists";
            columns: ["org_id", "export_id"];
            isOneToOne: false;
            referencedRelation: "exports";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "order_writes_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "order_writes_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "order_writes_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "order_writes_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: true;
            referencedRelation: "change_request_checks";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "order_writes_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: true;
            referencedRelation: "change_request_list";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "order_writes_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: true;
            referencedRelation: "change_requests";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "order_writes_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: true;
            referencedRelation: "changes_to_acknowledge";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "order_writes_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: true;
            referencedRelation: "my_queue";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "order_writes_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: true;
            referencedRelation: "request_deciders";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "order_writes_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: true;
            referencedRelation: "request_routing";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "order_writes_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: true;
            referencedRelation: "stop_list";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "order_writes_writer_is_a_member";
            columns: ["org_id", "written_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      orders: {
        Row: {
          brought_by: string | null;
          closed_at: string | null;
          created_at: string;
          currency: string;
          customer: string;
          customer_po: string | null;
          id: string;
          line_skus: string;
          lines_stage: Database["public"]["Enums"]["order_stage"] | null;
          marked_at: string | null;
          marked_by: string | null;
          marked_stage: Database["public"]["Enums"]["order_stage"] | null;
          order_number: string;
          org_id: string;
          reached_stage: Database["public"]["Enums"]["order_stage"];
          requested_ship_date: string | null;
          search_text: string | null;
          ship_method: string | null;
          ship_to: string | null;
          site_word: string | null;
          source_id: string | null;
          stage: Database["public"]["Enums"]["order_stage"];
          status_word: string | null;
          updated_at: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          brought_by?: string | null;
          closed_at?: string | null;
          created_at?: string;
          currency?: string;
          customer?: string;
          customer_po?: string | null;
          id?: string;
          line_skus?: string;
          lines_stage?: Database["public"]["Enums"]["order_stage"] | null;
          marked_at?: string | null;
          marked_by?: string | null;
          marked_stage?: Database["public"]["Enums"]["order_stage"] | null;
          order_number: string;
          org_id: string;
          reached_stage?: never;
          requested_ship_date?: string | null;
          search_text?: never;
          ship_method?: string | null;
          ship_to?: string | null;
          site_word?: string | null;
          source_id?: string | null;
          stage?: Database["public"]["Enums"]["order_stage"];
          status_word?: string | null;
          updated_at?: string;
          version?: number;
        };
        Update: {
          brought_by?: string | null;
          closed_at?: string | null;
          created_at?: string;
          currency?: string;
          customer?: string;
          customer_po?: string | null;
          id?: string;
          line_skus?: string;
          lines_stage?: Database["public"]["Enums"]["order_stage"] | null;
          marked_at?: string | null;
          marked_by?: string | null;
          marked_stage?: Database["public"]["Enums"]["order_stage"] | null;
          order_number?: string;
          org_id?: string;
          reached_stage?: never;
          requested_ship_date?: string | null;
          search_text?: never;
          ship_method?: string | null;
          ship_to?: string | null;
          site_word?: string | null;
          source_id?: string | null;
          stage?: Database["public"]["Enums"]["order_stage"];
          status_word?: string | null;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "orders_marker_is_a_member";
            columns: ["org_id", "marked_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "orders_source_exists";
            columns: ["org_id", "source_id"];
            isOneToOne: false;
            referencedRelation: "import_sources";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      organizations: {
        Row: {
          acknowledge_minutes: number;
          created_at: string;
          currency: string;
          digest_at: string;
          escalate_minutes: number;
          fulfillment_email: string | null;
          id: string;
          import_misfits: Database["public"]["Enums"]["misfit_treatment"];
          name: string;
          remind_minutes: number;
          slug: string;
          time_zone: string;
        };
        ComputedFields: never;
        Insert: {
          acknowledge_minutes?: number;
          created_at?: string;
          currency?: string;
          digest_at?: string;
          escalate_minutes?: number;
          fulfillment_email?: string | null;
          id?: string;
          import_misfits?: Database["public"]["Enums"]["misfit_treatment"];
          name: string;
          remind_minutes?: number;
          slug: string;
          time_zone?: string;
        };
        Update: {
          acknowledge_minutes?: number;
          created_at?: string;
          currency?: string;
          digest_at?: string;
          escalate_minutes?: number;
          fulfillment_email?: string | null;
          id?: string;
          import_misfits?: Database["public"]["Enums"]["misfit_treatment"];
          name?: string;
          remind_minutes?: number;
          slug?: string;
          time_zone?: string;
        };
        Relationships: [];
      };
      reasons: {
        Row: {
          active: boolean;
          code: string;
          label: string;
          org_id: string;
          position: number;
        };
        ComputedFields: never;
        Insert: {
          active?: boolean;
          code: string;
          label: string;
          org_id: string;
          position?: number;
        };
        Update: {
          active?: boolean;
          code?: string;
          label?: string;
          org_id?: string;
          position?: number;
        };
        Relationships: [
          {
            foreignKeyName: "reasons_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "reasons_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "reasons_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      request_assignments: {
        Row: {
          assigned_at: string;
          assigned_by: string;
          member_id: string;
          note: string | null;
          org_id: string;
          request_id: string;
          round: number;
          step: number;
        };
        ComputedFields: never;
        Insert: {
          assigned_at?: string;
          assigned_by: string;
          member_id: string;
          note?: string | null;
          org_id: string;
          request_id: string;
          round: number;
          step: number;
        };
        Update: {
          assigned_at?: string;
          assigned_by?: string;
          member_id?: string;
          note?: string | null;
          org_id?: string;
          request_id?: string;
          round?: number;
          step?: number;
        };
        Relationships: [
          {
            foreignKeyName: "request_assignments_by_a_member";
            columns: ["org_id", "assigned_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_assignments_round_exists";
            columns: ["org_id", "request_id", "round"];
            isOneToOne: false;
            referencedRelation: "request_rounds";
            referencedColumns: ["org_id", "request_id", "round"];
          },
          {
            foreignKeyName: "request_assignments_to_a_member";
            columns: ["org_id", "member_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      request_comments: {
        Row: {
          body: string;
          commented_at: string;
          commented_by: string;
          id: string;
          mentioned: string[];
          org_id: string;
          request_id: string;
          round: number;
        };
        ComputedFields: never;
        Insert: {
          body: string;
          commented_at?: string;
          commented_by: string;
          id?: string;
          mentioned?: string[];
          org_id: string;
          request_id: string;
          round: number;
        };
        Update: {
          body?: string;
          commented_at?: string;
          commented_by?: string;
          id?: string;
          mentioned?: string[];
          org_id?: string;
          request_id?: string;
          round?: number;
        };
        Relationships: [
          {
            foreignKeyName: "request_comments_author_is_a_member";
            columns: ["org_id", "commented_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_comments_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_checks";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "request_comments_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_list";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_comments_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_requests";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_comments_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "changes_to_acknowledge";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "request_comments_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "my_queue";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_comments_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_deciders";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "request_comments_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_routing";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "request_comments_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "stop_list";
            referencedColumns: ["org_id", "request_id"];
          },
        ];
      };
      request_counters: {
        Row: {
          last_number: number;
          org_id: string;
        };
        ComputedFields: never;
        Insert: {
          last_number?: number;
          org_id: string;
        };
        Update: {
          last_number?: number;
          org_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "request_counters_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: true;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "request_counters_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: true;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "request_counters_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: true;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      request_flags: {
        Row: {
          at: string;
          by_member: string;
          id: string;
          import_id: string | null;
          import_number: number | null;
          is_undo: boolean;
          marked_version: number | null;
          moved: NonNullable<Json>;
          org_id: string;
          request_id: string;
          round: number;
        };
        ComputedFields: never;
        Insert: {
          at?: string;
          by_member: string;
          id?: string;
          import_id?: string | null;
          import_number?: number | null;
          is_undo?: boolean;
          marked_version?: number | null;
          moved: NonNullable<Json>;
          org_id: string;
          request_id: string;
          round: number;
        };
        Update: {
          at?: string;
          by_member?: string;
          id?: string;
          import_id?: string | null;
          import_number?: number | null;
          is_undo?: boolean;
          marked_version?: number | null;
          moved?: NonNullable<Json>;
          org_id?: string;
          request_id?: string;
          round?: number;
        };
        Relationships: [
          {
            foreignKeyName: "request_flags_actor_is_a_member";
            columns: ["org_id", "by_member"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_flags_import_exists";
            columns: ["org_id", "import_id"];
            isOneToOne: false;
            referencedRelation: "imports";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_flags_round_exists";
            columns: ["org_id", "request_id", "round"];
            isOneToOne: false;
            referencedRelation: "request_rounds";
            referencedColumns: ["org_id", "request_id", "round"];
          },
        ];
      };
      request_rounds: {
        Row: {
          authored_by: string;
          base_version: number;
          org_id: string;
          payload_hash: string;
          policy_version: number | null;
          reason: string;
          reason_code: string;
          request_id: string;
          round: number;
          routing_facts: Json | null;
          rule_id: string | null;
          rule_name: string | null;
          steps: Json | null;
          submitted_at: string;
        };
        ComputedFields: never;
        Insert: {
          authored_by: string;
          base_version: number;
          org_id: string;
          payload_hash: string;
          policy_version?: number | null;
          reason: string;
          reason_code: string;
          request_id: string;
          round: number;
          routing_facts?: Json | null;
          rule_id?: string | null;
          rule_name?: string | null;
          steps?: Json | null;
          submitted_at?: string;
        };
        Update: {
          authored_by?: string;
          base_version?: number;
          org_id?: string;
          payload_hash?: string;
          policy_version?: number | null;
          reason?: string;
          reason_code?: string;
          request_id?: string;
          round?: number;
          routing_facts?: Json | null;
          rule_id?: string | null;
          rule_name?: string | null;
          steps?: Json | null;
          submitted_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "request_rounds_author_is_a_member";
            columns: ["org_id", "authored_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_rounds_policy_exists";
            columns: ["org_id", "policy_version"];
            isOneToOne: false;
            referencedRelation: "approval_policies";
            referencedColumns: ["org_id", "version"];
          },
          {
            foreignKeyName: "request_rounds_policy_exists";
            columns: ["org_id", "policy_version"];
            isOneToOne: false;
            referencedRelation: "approval_policy_problems";
            referencedColumns: ["org_id", "version"];
          },
          {
            foreignKeyName: "request_rounds_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_checks";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "request_rounds_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_request_list";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_rounds_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "change_requests";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_rounds_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "changes_to_acknowledge";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "request_rounds_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "my_queue";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "request_rounds_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_deciders";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "request_rounds_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "request_routing";
            referencedColumns: ["org_id", "request_id"];
          },
          {
            foreignKeyName: "request_rounds_request_exists";
            columns: ["org_id", "request_id"];
            isOneToOne: false;
            referencedRelation: "stop_list";
            referencedColumns: ["org_id", "request_id"];
          },
        ];
      };
      setup_drafts: {
        Row: {
          answers: NonNullable<Json>;
          base_version: number;
          member_id: string;
          org_id: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          answers: NonNullable<Json>;
          base_version: number;
          member_id: string;
          org_id: string;
          updated_at?: string;
        };
        Update: {
          answers?: NonNullable<Json>;
          base_version?: number;
          member_id?: string;
          org_id?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "setup_drafts_are_a_member_s";
            columns: ["org_id", "member_id"];
            isOneToOne: true;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      setups: {
        Row: {
          answers: NonNullable<Json>;
          applied_at: string;
          applied_by: string;
          facts: NonNullable<Json>;
          org_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          answers: NonNullable<Json>;
          applied_at?: string;
          applied_by: string;
          facts: NonNullable<Json>;
          org_id: string;
          version: number;
        };
        Update: {
          answers?: NonNullable<Json>;
          applied_at?: string;
          applied_by?: string;
          facts?: NonNullable<Json>;
          org_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "setups_applied_by_a_member";
            columns: ["org_id", "applied_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "setups_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "setups_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "setups_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      sheet_runs: {
        Row: {
          acting_member: string;
          attempts: number;
          facts: NonNullable<Json>;
          finished_at: string | null;
          import_id: string | null;
          is_scheduled: boolean;
          is_told: boolean;
          lease: string | null;
          lease_until: string | null;
          next_attempt_at: string | null;
          org_id: string;
          sheet_id: string;
          slot: string;
          started_at: string;
          state: Database["public"]["Enums"]["sheet_run_state"];
        };
        ComputedFields: never;
        Insert: {
          acting_member: string;
          attempts?: number;
          facts?: NonNullable<Json>;
          finished_at?: string | null;
          import_id?: string | null;
          is_scheduled: boolean;
          is_told?: boolean;
          lease?: string | null;
          lease_until?: string | null;
          next_attempt_at?: string | null;
          org_id: string;
          sheet_id: string;
          slot: string;
          started_at?: string;
          state?: Database["public"]["Enums"]["sheet_run_state"];
        };
        Update: {
          acting_member?: string;
          attempts?: number;
          facts?: NonNullable<Json>;
          finished_at?: string | null;
          import_id?: string | null;
          is_scheduled?: boolean;
          is_told?: boolean;
          lease?: string | null;
          lease_until?: string | null;
          next_attempt_at?: string | null;
          org_id?: string;
          sheet_id?: string;
          slot?: string;
          started_at?: string;
          state?: Database["public"]["Enums"]["sheet_run_state"];
        };
        Relationships: [
          {
            foreignKeyName: "sheet_runs_actor_is_a_member";
            columns: ["org_id", "acting_member"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "sheet_runs_import_exists";
            columns: ["org_id", "import_id"];
            isOneToOne: false;
            referencedRelation: "imports";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "sheet_runs_sheet_exists";
            columns: ["org_id", "sheet_id"];
            isOneToOne: false;
            referencedRelation: "sheets";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      sheets: {
        Row: {
          gid: string;
          hour: number | null;
          id: string;
          last_slot: string;
          name: string;
          org_id: string;
          removed_at: string | null;
          removed_by: string | null;
          saved_at: string;
          saved_by: string;
          schedule: Database["public"]["Enums"]["sheet_schedule"];
          spreadsheet_id: string;
        };
        ComputedFields: never;
        Insert: {
          gid?: string;
          hour?: number | null;
          id?: string;
          last_slot?: string;
          name: string;
          org_id: string;
          removed_at?: string | null;
          removed_by?: string | null;
          saved_at?: string;
          saved_by: string;
          schedule?: Database["public"]["Enums"]["sheet_schedule"];
          spreadsheet_id: string;
        };
        Update: {
          gid?: string;
          hour?: number | null;
          id?: string;
          last_slot?: string;
          name?: string;
          org_id?: string;
          removed_at?: string | null;
          removed_by?: string | null;
          saved_at?: string;
          saved_by?: string;
          schedule?: Database["public"]["Enums"]["sheet_schedule"];
          spreadsheet_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "sheets_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "sheets_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "sheets_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "sheets_remover_is_a_member";
            columns: ["org_id", "removed_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "sheets_saver_is_a_member";
            columns: ["org_id", "saved_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      sites: {
        Row: {
          code: string;
          is_default: boolean;
          name: string;
          org_id: string;
          ship_cutoff: string;
          time_zone: string;
          work_days: number[];
        };
        ComputedFields: never;
        Insert: {
          code: string;
          is_default?: boolean;
          name: string;
          org_id: string;
          ship_cutoff?: string;
          time_zone: string;
          work_days?: number[];
        };
        Update: {
          code?: string;
          is_default?: boolean;
          name?: string;
          org_id?: string;
          ship_cutoff?: string;
          time_zone?: string;
          work_days?: number[];
        };
        Relationships: [
          {
            foreignKeyName: "sites_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "sites_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "sites_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      status_words: {
        Row: {
          mapped_at: string | null;
          mapped_by: string | null;
          org_id: string;
          stage: Database["public"]["Enums"]["order_stage"];
          word: string;
          word_key: string;
        };
        ComputedFields: never;
        Insert: {
          mapped_at?: string | null;
          mapped_by?: string | null;
          org_id: string;
          stage?: Database["public"]["Enums"]["order_stage"];
          word: string;
          word_key: string;
        };
        Update: {
          mapped_at?: string | null;
          mapped_by?: string | null;
          org_id?: string;
          stage?: Database["public"]["Enums"]["order_stage"];
          word?: string;
          word_key?: string;
        };
        Relationships: [
          {
            foreignKeyName: "status_words_mapped_by_is_a_member";
            columns: ["org_id", "mapped_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "status_words_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "status_words_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "status_words_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      suppressed_addresses: {
        Row: {
          cleared_at: string | null;
          cleared_by: string | null;
          detail: string;
          email: string;
          notification_id: string;
          org_id: string;
          reason: Database["public"]["Enums"]["mail_event_kind"];
          suppressed_at: string;
        };
        ComputedFields: never;
        Insert: {
          cleared_at?: string | null;
          cleared_by?: string | null;
          detail: string;
          email: string;
          notification_id: string;
          org_id: string;
          reason: Database["public"]["Enums"]["mail_event_kind"];
          suppressed_at: string;
        };
        Update: {
          cleared_at?: string | null;
          cleared_by?: string | null;
          detail?: string;
          email?: string;
          notification_id?: string;
          org_id?: string;
          reason?: Database["public"]["Enums"]["mail_event_kind"];
          suppressed_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "suppressed_addresses_clearer_is_a_member";
            columns: ["org_id", "cleared_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "suppressed_addresses_mail_exists";
            columns: ["org_id", "notification_id"];
            isOneToOne: false;
            referencedRelation: "notifications";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
    };
    Views: {
      approval_policy_problems: {
        Row: {
          org_id: string;
          place: number | null;
          problem: Json | null;
          version: number;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "approval_policies_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "approval_policies_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "approval_policies_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      change_request_checks: {
        Row: {
          moved: Json | null;
          org_id: string;
          problems: Json | null;
          request_id: string;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      change_request_list: {
        Row: {
          applied_version: number | null;
          base_version: number;
          changes: Json | null;
          closed_at: string | null;
          currency: string;
          customer: string;
          customer_po: string | null;
          decided_at: string | null;
          decided_by: string | null;
          decided_for: string | null;
          decider: string | null;
          decision_note: string | null;
          due_at: string | null;
          id: string;
          order_id: string;
          order_number: string;
          order_version: number;
          org_id: string;
          payload_hash: string;
          policy_version: number | null;
          problems: NonNullable<Json>;
          reason: string;
          reason_code: string;
          reason_label: string | null;
          reference: string;
          requested_by: string;
          requested_ship_date: string | null;
          requester: string | null;
          reverses: string | null;
          round: number;
          rule_id: string | null;
          rule_name: string | null;
          search_text: string | null;
          stage: Database["public"]["Enums"]["order_stage"];
          status: Database["public"]["Enums"]["request_status"];
          step: number;
          step_count: number | null;
          submitted_at: string;
          undone_by: Json | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "change_requests_decider_is_a_member";
            columns: ["org_id", "decided_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "change_requests_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "change_requests_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "change_requests_reason_exists";
            columns: ["org_id", "reason_code"];
            isOneToOne: false;
            referencedRelation: "reasons";
            referencedColumns: ["org_id", "code"];
          },
          {
            foreignKeyName: "change_requests_requester_is_a_member";
            columns: ["org_id", "requested_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      changes_to_acknowledge: {
        Row: {
          applied_at: string | null;
          applied_version: number | null;
          changes: Json | null;
          currency: string;
          customer: string;
          cutoff_at: string | null;
          decider: string | null;
          decision_note: string | null;
          order_id: string;
          order_number: string;
          org_id: string;
          reference: string;
          request_id: string;
          ship_date: string | null;
          site: string | null;
          site_code: string | null;
          stage: Database["public"]["Enums"]["order_stage"];
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      floor_pulse: {
        Row: {
          last_applied_at: string | null;
          last_submitted_at: string | null;
          org_id: string;
          pending: number | null;
          to_acknowledge: number | null;
        };
        ComputedFields: never;
        Insert: {
          last_applied_at?: never;
          last_submitted_at?: never;
          org_id?: string | null;
          pending?: never;
          to_acknowledge?: never;
        };
        Update: {
          last_applied_at?: never;
          last_submitted_at?: never;
          org_id?: string | null;
          pending?: never;
          to_acknowledge?: never;
        };
        Relationships: [];
      };
      import_row_list: {
        Row: {
          changes: Json | null;
          customer: string | null;
          import_id: string;
          line_key: string | null;
          notes: Json | null;
          order_changes: Json | null;
          order_number: string | null;
          org_id: string;
          result: Database["public"]["Enums"]["import_result"];
          row_number: number;
          search_text: string | null;
          sku: string | null;
        };
        ComputedFields: never;
        Insert: {
          changes?: Json | null;
          customer?: string | null;
          import_id?: string | null;
          line_key?: string | null;
          notes?: Json | null;
          order_changes?: Json | null;
          order_number?: string | null;
          org_id?: string | null;
          result?: Database["public"]["Enums"]["import_result"] | null;
          row_number?: number | null;
          search_text?: never;
          sku?: string | null;
        };
        Update: {
          changes?: Json | null;
          customer?: string | null;
          import_id?: string | null;
          line_key?: string | null;
          notes?: Json | null;
          order_changes?: Json | null;
          order_number?: string | null;
          org_id?: string | null;
          result?: Database["public"]["Enums"]["import_result"] | null;
          row_number?: number | null;
          search_text?: never;
          sku?: string | null;
        };
        Relationships: [];
      };
      lock_table: {
        Row: {
          is_locked: boolean | null;
          is_locked_by_default: boolean | null;
          kind: Database["public"]["Enums"]["change_kind"] | null;
          org_id: string;
          stage: Database["public"]["Enums"]["order_stage"] | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
      my_queue: {
        Row: {
          basis: Database["public"]["Enums"]["decider_basis"] | null;
          due_at: string | null;
          id: string;
          on_behalf_of: string | null;
          order_id: string;
          org_id: string;
          reference: string;
          requested_by: string;
          step: number;
          submitted_at: string;
          waiting: number | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "change_requests_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "change_requests_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "change_requests_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "change_requests_requester_is_a_member";
            columns: ["org_id", "requested_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      order_line_locks: {
        Row: {
          close_line: string | null;
          floor: number | null;
          line_id: string;
          order_id: string;
          org_id: string;
          remove_line: string | null;
          set_line_date: string | null;
          set_quantity: string | null;
          stage: Database["public"]["Enums"]["order_stage"] | null;
          substitute_line: string | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "order_lines_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "order_lines_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "order_lines_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      order_locks: {
        Row: {
          add_line: string | null;
          cancel_order: string | null;
          is_locked: boolean | null;
          order_id: string;
          org_id: string;
          set_order_date: string | null;
          set_ship_method: string | null;
          set_ship_to: string | null;
          stage: Database["public"]["Enums"]["order_stage"];
          version: number;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      order_marks: {
        Row: {
          can_be_taken_back: boolean | null;
          is_ahead: boolean | null;
          line_id: string | null;
          marked_at: string | null;
          marked_by: string | null;
          order_id: string | null;
          org_id: string | null;
          stage: Database["public"]["Enums"]["order_stage"] | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
      order_shipping: {
        Row: {
          cutoff_at: string | null;
          order_id: string;
          org_id: string;
          ship_method: string | null;
          site_code: string | null;
          site_name: string | null;
          time_zone: string | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      order_totals: {
        Row: {
          amount: string | null;
          line_count: number | null;
          order_id: string;
          org_id: string;
          quantity: string | null;
          unpriced_count: number | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "order_lines_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_locks";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "order_lines_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "order_shipping";
            referencedColumns: ["org_id", "order_id"];
          },
          {
            foreignKeyName: "order_lines_order_exists";
            columns: ["org_id", "order_id"];
            isOneToOne: false;
            referencedRelation: "orders";
            referencedColumns: ["org_id", "id"];
          },
        ];
      };
      request_deciders: {
        Row: {
          basis: Database["public"]["Enums"]["decider_basis"] | null;
          member_id: string | null;
          name: string;
          on_behalf_of: string | null;
          on_behalf_of_name: string | null;
          org_id: string;
          request_id: string;
          step: number;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      request_routing: {
        Row: {
          approvals: number | null;
          approved: string[] | null;
          assigned: string[] | null;
          authors: string[] | null;
          org_id: string;
          policy_version: number | null;
          request_id: string;
          round: number;
          rule_id: string | null;
          rule_name: string | null;
          spoken_for: string[] | null;
          step: number;
          steps: Json | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      ship_methods: {
        Row: {
          orders: number | null;
          org_id: string;
          ship_method: string | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "orders_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
      status_word_uses: {
        Row: {
          orders: number | null;
          org_id: string | null;
          status_word: string | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
      stop_list: {
        Row: {
          after: NonNullable<Json>;
          before: NonNullable<Json>;
          change: number;
          currency: string | null;
          customer: string | null;
          cutoff_at: string | null;
          description: string | null;
          kind: Database["public"]["Enums"]["change_kind"];
          line: number | null;
          line_id: string | null;
          order_id: string | null;
          order_number: string | null;
          org_id: string;
          quantity: string | null;
          reference: string;
          request_id: string;
          requester: string | null;
          ship_date: string | null;
          site: string | null;
          site_code: string | null;
          sku: string | null;
          stage: Database["public"]["Enums"]["order_stage"] | null;
          submitted_at: string;
          uom: string | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "floor_pulse";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "lock_table";
            referencedColumns: ["org_id"];
          },
          {
            foreignKeyName: "change_requests_org_id_fkey";
            columns: ["org_id"];
            isOneToOne: false;
            referencedRelation: "organizations";
            referencedColumns: ["id"];
          },
        ];
      };
    };
    Functions: {
      accept_invitation: { Args: { p_name?: string; p_token: string }; Returns: Json };
      acknowledge_changes: { Args: { p_org: string; p_request_ids: string[] }; Returns: Json };
      acknowledge_order: { Args: { p_order_number: string; p_org: string }; Returns: Json };
      apply_setup: {
        Args: { p_answers: Json; p_expected_version: number; p_idempotency_key: string; p_org: string };
        Returns: Json;
      };
      begin_export: {
        Args: { p_idempotency_key: string; p_org: string; p_request_id?: string; p_scope: string };
        Returns: Json;
      };
      begin_export_unattended: {
        Args: { p_credential: string; p_idempotency_key: string; p_reference: string; p_scope: string };
        Returns: Json;
      };
      begin_import: {
        Args: {
          p_file_bytes: number;
          p_file_hash: string;
          p_file_modified_at?: string;
          p_file_name: string;
          p_format: Json;
          p_idempotency_key: string;
          p_org: string;
          p_row_count: number;
        };
        Returns: Json;
      };
      begin_import_unattended: {
        Args: {
          p_credential: string;
          p_file_bytes: number;
          p_file_hash: string;
          p_file_name: string;
          p_format: Json;
          p_idempotency_key: string;
          p_row_count: number;
        };
        Returns: Json;
      };
      choose_missing_orders: {
        Args: { p_import_id: string; p_is_closing: boolean; p_order_ids: string[] };
        Returns: Json;
      };
      claim_notifications: {
        Args: { p_lease_seconds?: number; p_limit?: number };
        Returns: {
          attempts: number;
          bounced_at: string | null;
          complained_at: string | null;
          created_at: string;
          delayed_at: string | null;
          delivered_at: string | null;
          delivery_detail: string | null;
          event: string;
          facts: NonNullable<Json>;
          first_attempt_at: string | null;
          id: string;
          issue: number;
          last_attempt_at: string | null;
          last_error: string | null;
          lease: string | null;
          lease_until: string | null;
          maybe_sent_at: string | null;
          next_attempt_at: string;
          order_id: string | null;
          org_id: string;
          provider_id: string | null;
          recipient_email: string;
          recipient_id: string | null;
          recipient_name: string;
          request_id: string | null;
          sent_at: string | null;
          state: Database["public"]["Enums"]["notification_state"];
          template: Database["public"]["Enums"]["notification_template"];
        }[];
        SetofOptions: {
          from: "*";
          to: "notifications";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      claim_sheet_run: { Args: { p_lease_seconds?: number }; Returns: Json };
      clear_address: { Args: { p_email: string; p_org: string; p_send_held?: boolean }; Returns: Json };
      comment_on_request: {
        Args: { p_body: string; p_idempotency_key: string; p_mentioned: string[]; p_request_id: string };
        Returns: Json;
      };
      commit_import: { Args: { p_choices?: Json; p_idempotency_key: string; p_import_id: string }; Returns: Json };
      commit_import_unattended: {
        Args: { p_credential: string; p_idempotency_key: string; p_import_id: string };
        Returns: Json;
      };
      correct_import_rows: { Args: { p_corrections: Json; p_import_id: string }; Returns: Json };
      count_misfits: { Args: { p_formats: Json; p_org: string }; Returns: Json };
      create_api_key: {
        Args: {
          p_expires_at: string;
          p_idempotency_key: string;
          p_key_hash: string;
          p_name: string;
          p_org: string;
          p_prefix: string;
          p_scopes: string[];
        };
        Returns: Json;
      };
      create_organization: {
        Args: { p_currency: string; p_member_name: string; p_name: string; p_time_zone: string };
        Returns: Json;
      };
      deactivate_member: { Args: { p_member_id: string; p_org: string }; Returns: Json };
      decide_change_request: {
        Args: {
          p_decision: string;
          p_expected_version: number;
          p_idempotency_key: string;
          p_note: string;
          p_payload_hash: string;
          p_rejected_changes?: number[];
          p_request_id: string;
        };
        Returns: Json;
      };
      discard_import: { Args: { p_import_id: string }; Returns: Json };
      discard_import_unattended: { Args: { p_credential: string; p_import_id: string }; Returns: Json };
      discard_setup_draft: { Args: { p_org: string }; Returns: Json };
      drop_export_lines: { Args: { p_limit?: number }; Returns: Json };
      find_due_requests: {
        Args: { p_limit?: number };
        Returns: {
          request_id: string;
        }[];
      };
      find_invitation: { Args: { p_token: string }; Returns: Json };
      find_late_acknowledgements: {
        Args: { p_limit?: number };
        Returns: {
          request_id: string;
        }[];
      };
      get_import_unattended: { Args: { p_credential: string; p_import_id: string }; Returns: Json };
      import_progress: { Args: { p_import_id: string }; Returns: Json };
      invite_member: {
        Args: { p_email: string; p_idempotency_key: string; p_name: string; p_org: string; p_roles: string[] };
        Returns: Json;
      };
      is_open_to_founders: { Args: Record<PropertyKey, never>; Returns: boolean };
      leave_organization: { Args: { p_org: string }; Returns: Json };
      list_exports_unattended: {
        Args: { p_before: number; p_credential: string; p_limit: number; p_scope: string };
        Returns: Json;
      };
      list_import_sources_unattended: { Args: { p_credential: string }; Returns: Json };
      mail_health: { Args: Record<PropertyKey, never>; Returns: Json };
      mail_trouble: { Args: { p_org: string }; Returns: Json };
      map_status: { Args: { p_org: string; p_stage: string; p_word: string }; Returns: Json };
      mark_notifications_read: { Args: { p_item_id?: string; p_org: string; p_until?: string }; Returns: Json };
      mark_progress: {
        Args: { p_idempotency_key: string; p_line_ids: string[]; p_order_id: string; p_stage: string };
        Returns: Json;
      };
      preview_import: { Args: { p_import_id: string }; Returns: Json };
      preview_import_unattended: { Args: { p_credential: string; p_import_id: string }; Returns: Json };
      queue_morning_digests: { Args: Record<PropertyKey, never>; Returns: Json };
      reactivate_member: { Args: { p_member_id: string; p_org: string }; Returns: Json };
      read_export_lines_unattended: {
        Args: { p_after: number; p_credential: string; p_export_id: string; p_limit: number; p_source_id: string };
        Returns: Json;
      };
      read_setup: { Args: { p_org: string }; Returns: Json };
      reassign_request: {
        Args: { p_idempotency_key: string; p_member_id: string; p_note: string; p_request_id: string };
        Returns: Json;
      };
      record_mail_event: {
        Args: {
          p_detail: string;
          p_event_id: string;
          p_happened_at: string;
          p_is_permanent: boolean;
          p_kind: string;
          p_provider_id: string;
        };
        Returns: Json;
      };
      remind_to_acknowledge: { Args: { p_request_id: string }; Returns: Json };
      remove_holiday: { Args: { p_day: string; p_org: string; p_site_code: string }; Returns: Json };
      remove_sheet: { Args: { p_org: string; p_sheet_id: string }; Returns: Json };
      remove_site: { Args: { p_code: string; p_org: string }; Returns: Json };
      rename_member: { Args: { p_name: string; p_org: string }; Returns: Json };
      request_statistics: { Args: { p_org: string; p_weeks?: number }; Returns: Json };
      resend_invitation: { Args: { p_invitation_id: string; p_org: string }; Returns: Json };
      restore_import_reading: { Args: { p_org: string; p_source_id: string; p_version: number }; Returns: Json };
      restore_lock_table: { Args: { p_expected_version: number; p_org: string; p_version: number }; Returns: Json };
      resubmit_change_request: {
        Args: {
          p_base_version: number;
          p_changes: Json;
          p_idempotency_key: string;
          p_reason: string;
          p_reason_code: string;
          p_request_id: string;
        };
        Returns: Json;
      };
      retry_dead_notifications: { Args: { p_may_arrive_twice?: boolean; p_org: string }; Returns: Json };
      retry_notification: {
        Args: { p_may_arrive_twice?: boolean; p_notification_id: string; p_org: string };
        Returns: Json;
      };
      return_attempt: { Args: { p_address: string; p_email: string; p_kind: string }; Returns: Json };
      revoke_api_key: { Args: { p_key_id: string; p_org: string }; Returns: Json };
      revoke_delegation: { Args: { p_delegation_id: string }; Returns: Json };
      revoke_invitation: { Args: { p_invitation_id: string; p_org: string }; Returns: Json };
      save_approval_policy: {
        Args: { p_expected_version: number; p_idempotency_key: string; p_org: string; p_rules: Json };
        Returns: Json;
      };
      save_approver_group: {
        Args: {
          p_active: boolean;
          p_group_id: string;
          p_idempotency_key: string;
          p_member_ids: string[];
          p_name: string;
          p_org: string;
        };
        Returns: Json;
      };
      save_delegation: {
        Args: {
          p_ends_at: string;
          p_from_member_id: string;
          p_idempotency_key: string;
          p_note: string;
          p_org: string;
          p_starts_at: string;
          p_to_member_id: string;
        };
        Returns: Json;
      };
      save_formats: { Args: { p_formats: Json; p_known_misfits: number; p_org: string }; Returns: Json };
      save_holidays: { Args: { p_days: Json; p_org: string; p_site_code: string }; Returns: Json };
      save_lock_table: { Args: { p_expected_version: number; p_org: string; p_rules: Json }; Returns: Json };
      save_reason: {
        Args: { p_active: boolean; p_code: string; p_label: string; p_org: string; p_position: number };
        Returns: Json;
      };
      save_setup_draft: { Args: { p_answers: Json; p_base_version?: number; p_org: string }; Returns: Json };
      save_sheet: {
        Args: {
          p_gid: string;
          p_hour: number;
          p_name: string;
          p_org: string;
          p_schedule: string;
          p_sheet_id: string;
          p_spreadsheet_id: string;
        };
        Returns: Json;
      };
      save_site: {
        Args: {
          p_code: string;
          p_is_default: boolean;
          p_name: string;
          p_org: string;
          p_ship_cutoff: string;
          p_time_zone: string;
          p_work_days: number[];
        };
        Returns: Json;
      };
      search_mail: {
        Args: { p_limit?: number; p_offset?: number; p_org: string; p_query?: string; p_view?: string };
        Returns: {
          attempts: number;
          bounced_at: string;
          complained_at: string;
          created_at: string;
          delayed_at: string;
          delivered_at: string;
          delivery_detail: string;
          id: string;
          last_error: string;
          next_attempt_at: string;
          order_number: string;
          recipient_email: string;
          recipient_name: string;
          request_reference: string;
          retry: string;
          sent_at: string;
          state: Database["public"]["Enums"]["notification_state"];
          template: Database["public"]["Enums"]["notification_template"];
          total_count: number;
        }[];
      };
      search_orders: {
        Args: {
          p_descending?: boolean;
          p_limit?: number;
          p_offset?: number;
          p_open_requests?: boolean;
          p_org: string;
          p_query?: string;
          p_ship_from?: string;
          p_ship_to?: string;
          p_sort?: string;
          p_stages?: string[];
        };
        Returns: {
          currency: string;
          customer: string;
          customer_po: string;
          id: string;
          is_locked: boolean;
          line_count: number;
          open_request_count: number;
          order_number: string;
          order_value: string;
          requested_ship_date: string;
          ship_method: string;
          site_name: string;
          stage: Database["public"]["Enums"]["order_stage"];
          status_word: string;
          total_count: number;
          updated_at: string;
          version: number;
        }[];
      };
      set_deadline_rules: {
        Args: { p_acknowledge_minutes?: number; p_escalate_minutes: number; p_org: string; p_remind_minutes: number };
        Returns: Json;
      };
      set_digest_time: { Args: { p_org: string; p_time: string }; Returns: Json };
      set_fulfillment_email: { Args: { p_email: string; p_org: string }; Returns: Json };
      set_member_roles: { Args: { p_member_id: string; p_org: string; p_roles: string[] }; Returns: Json };
      set_notification_choices: { Args: { p_choices: Json; p_org: string }; Returns: Json };
      settle_due_request: { Args: { p_request_id: string }; Returns: Json };
      settle_notification: {
        Args: {
          p_error?: string;
          p_id: string;
          p_is_unknown?: boolean;
          p_lease: string;
          p_outcome: string;
          p_provider_id?: string;
          p_retry_after_seconds?: number;
        };
        Returns: Json;
      };
      settle_sheet_run: {
        Args: { p_credential: string; p_facts?: Json; p_import_id?: string; p_retry?: boolean; p_state: string };
        Returns: Json;
      };
      simulate_approval_policy: { Args: { p_org: string; p_rules: Json; p_since?: string }; Returns: Json };
      simulate_lock_table: { Args: { p_order_id?: string; p_org: string; p_rules?: Json }; Returns: Json };
      stage_import_rows: { Args: { p_import_id: string; p_rows: Json }; Returns: Json };
      stage_import_rows_unattended: {
        Args: { p_credential: string; p_import_id: string; p_rows: Json };
        Returns: Json;
      };
      start_sheet_run: { Args: { p_org: string; p_sheet_id: string }; Returns: Json };
      stop_import: { Args: { p_import_id: string }; Returns: Json };
      submit_change_request: {
        Args: {
          p_base_version: number;
          p_changes: Json;
          p_idempotency_key: string;
          p_order_id: string;
          p_reason: string;
          p_reason_code: string;
          p_reverses?: string;
        };
        Returns: Json;
      };
      sweep_imports: { Args: Record<PropertyKey, never>; Returns: Json };
      take_attempt: { Args: { p_address: string; p_email: string; p_kind: string }; Returns: Json };
      take_back_mark: {
        Args: { p_idempotency_key: string; p_line_id: string; p_note: string; p_order_id: string };
        Returns: Json;
      };
      take_sheet_reading: { Args: { p_org: string }; Returns: Json };
      undo_import: { Args: { p_idempotency_key: string; p_import_id: string }; Returns: Json };
      unseal_notification: { Args: { p_id: string; p_lease: string }; Returns: Json };
      use_api_key: { Args: { p_address: string; p_credential: string; p_scope: string }; Returns: Json };
      verify_audit_chain: { Args: { p_head_hash?: string; p_head_seq?: number; p_org: string }; Returns: Json };
      withdraw_change_request: { Args: { p_idempotency_key: string; p_request_id: string }; Returns: Json };
    };
    Enums: {
      change_kind:
        | "set_quantity"
        | "close_line"
        | "remove_line"
        | "add_line"
        | "substitute_line"
        | "set_line_date"
        | "set_order_date"
        | "set_ship_to"
        | "set_ship_method"
        | "cancel_order";
      change_outcome: "applied" | "rejected";
      decider_basis: "rule" | "delegate" | "assigned" | "backup" | "admin";
      decision_kind: "approve" | "reject" | "return";
      export_scope: "updates" | "open" | "request";
      format_subject: "order_number" | "sku";
      import_event_kind: "cell_corrected" | "missing_chosen" | "stop_asked";
      import_result: "new" | "changed" | "unchanged" | "error";
      import_status: "staging" | "previewed" | "committed" | "discarded" | "undone";
      mail_event_kind: "delivered" | "delivery_delayed" | "bounced" | "complained";
      member_role: "requester" | "approver" | "fulfillment" | "admin";
      misfit_treatment: "refuse" | "warn";
      notification_choice: "at_once" | "digest" | "none";
      notification_state: "queued" | "sending" | "sent" | "failed" | "dead" | "suppressed";
      notification_template:
        | "morning_digest"
        | "request_submitted"
        | "request_applied"
        | "request_rejected"
        | "request_returned"
        | "request_refused"
        | "request_moved"
        | "invitation"
        | "request_expired"
        | "request_reminder"
        | "request_escalated"
        | "request_comment"
        | "request_unacknowledged"
        | "request_step_approved"
        | "request_reassigned"
        | "delegation"
        | "approval_policy_problem"
        | "import_needs_you";
      order_stage:
        | "draft"
        | "pending_approval"
        | "open"
        | "on_hold"
        | "released"
        | "picking"
        | "picked"
        | "packed"
        | "partially_shipped"
        | "shipped"
        | "closed"
        | "cancelled"
        | "unknown";
      request_status: "pending" | "applied" | "rejected" | "returned" | "withdrawn" | "expired" | "refused";
      sheet_run_state: "running" | "waiting" | "committed" | "unchanged" | "failed";
      sheet_schedule: "never" | "hourly" | "daily";
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      change_kind: [
        "set_quantity",
        "close_line",
        "remove_line",
        "add_line",
        "substitute_line",
        "set_line_date",
        "set_order_date",
        "set_ship_to",
        "set_ship_method",
        "cancel_order",
      ],
      change_outcome: ["applied", "rejected"],
      decider_basis: ["rule", "delegate", "assigned", "backup", "admin"],
      decision_kind: ["approve", "reject", "return"],
      export_scope: ["updates", "open", "request"],
      format_subject: ["order_number", "sku"],
      import_event_kind: ["cell_corrected", "missing_chosen", "stop_asked"],
      import_result: ["new", "changed", "unchanged", "error"],
      import_status: ["staging", "previewed", "committed", "discarded", "undone"],
      mail_event_kind: ["delivered", "delivery_delayed", "bounced", "complained"],
      member_role: ["requester", "approver", "fulfillment", "admin"],
      misfit_treatment: ["refuse", "warn"],
      notification_choice: ["at_once", "digest", "none"],
      notification_state: ["queued", "sending", "sent", "failed", "dead", "suppressed"],
      notification_template: [
        "morning_digest",
        "request_submitted",
        "request_applied",
        "request_rejected",
        "request_returned",
        "request_refused",
        "request_moved",
        "invitation",
        "request_expired",
        "request_reminder",
        "request_escalated",
        "request_comment",
        "request_unacknowledged",
        "request_step_approved",
        "request_reassigned",
        "delegation",
        "approval_policy_problem",
        "import_needs_you",
      ],
      order_stage: [
        "draft",
        "pending_approval",
        "open",
        "on_hold",
        "released",
        "picking",
        "picked",
        "packed",
        "partially_shipped",
        "shipped",
        "closed",
        "cancelled",
        "unknown",
      ],
      request_status: ["pending", "applied", "rejected", "returned", "withdrawn", "expired", "refused"],
      sheet_run_state: ["running", "waiting", "committed", "unchanged", "failed"],
      sheet_schedule: ["never", "hourly", "daily"],
    },
  },
} as const;
