"use server";

import { formAction } from "@/lib/action";
import { commentSchema } from "@/lib/change-requests/comment-schema";
import { deliverAfterResponse } from "@/lib/notifications/deliver-after";
import { rpc } from "@/lib/supabase/rpc";

/** Says something about a request; the page loads again with it. */
export const commentOnRequest = formAction({ schema: commentSchema }, async (input, { db }) => {
  await rpc(db, "comment_on_request", {
    p_request_id: input.request_id,
    p_body: input.body,
    p_mentioned: input.mentioned,
    p_idempotency_key: input.idempotency_key,
  });
  deliverAfterResponse();
  return { nextKey: crypto.randomUUID() };
});
