import { z } from "zod";
import { templates } from "@/lib/notifications/notification-kinds";

const gone = "This mail no longer exists. Reload the page.";

export const retrySchema = z.strictObject({
  notification_id: z.uuid(gone),
  may_arrive_twice: z.enum(["yes"]).optional(),
});

export const retryAllSchema = z.strictObject({ may_arrive_twice: z.enum(["yes"]).optional() });

export const clearAddressSchema = z.strictObject({
  email: z.string().min(3).max(320),
  send_held: z.enum(["yes"]).optional(),
});

export const readItemSchema = z.strictObject({
  item_id: z.uuid("This notification no longer exists. Reload the page."),
});

export const readAllSchema = z.strictObject({ until: z.iso.datetime({ offset: true }) });

/** One field per kind of event. What cannot be chosen about a kind, the database refuses. */
export const choicesSchema = z.partialRecord(z.enum(templates), z.enum(["at_once", "digest", "none"]));

export const digestTimeSchema = z.strictObject({
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time of day, such as 07:00."),
});
