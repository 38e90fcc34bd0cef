import type { Database } from "@/lib/supabase/database.types";

/** The database's `notification_template`: what can be told. Its comment there says what a new one needs. */
export type Template = Database["public"]["Enums"]["notification_template"];
export type NotificationChoice = Database["public"]["Enums"]["notification_choice"];

/** Those whose facts are a request's (`private.request_facts`). */
export type RequestTemplate = Extract<Template, `request_${string}`>;
