import { expect, test } from "vitest";
import { describeEntry } from "@/lib/audit/describe-entry";

const actor = { id: "a", name: "Carl Requester", email: "carl@northwind.test", roles: ["admin"] };

test.each([
  [
    "member.choices_changed",
    { request_applied: "digest" },
    { request_applied: "at_once" },
    "Carl Requester changed what they are told by mail",
  ],
  [
    "mail.retried",
    { template: "request_applied", email: "p@x.test", is_anew: false },
    { state: "dead", attempts: 10, error: "503" },
    "Carl Requester had the mail to p@x.test sent again",
  ],
  [
    "mail.retried",
    { template: "request_applied", email: "p@x.test", is_anew: true },
    null,
    "Carl Requester had the mail to p@x.test sent again, as a new one",
  ],
  [
    "mail.all_retried",
    { queued: 3, may_arrive_twice: 1, address_suppressed: 0, use_invitation: 0 },
    null,
    "Carl Requester had 3 failed mails sent again",
  ],
  [
    "address.suppressed",
    { email: "p@x.test", reason: "bounced", detail: "No such user" },
    null,
    "p@x.test is held: a mail came back (“No such user”)",
  ],
  [
    "address.suppressed",
    { email: "p@x.test", reason: "complained", detail: "" },
    null,
    "p@x.test is held: a mail was reported as spam",
  ],
  [
    "address.cleared",
    { email: "p@x.test", mails: 2 },
    null,
    "Carl Requester let mail go to p@x.test again; 2 held mails left",
  ],
  ["digest.scheduled", { time: "06:30" }, { time: "07:00" }, "Carl Requester set the morning digest to 06:30"],
])("%s %j", (action, after, before, sentence) => {
  const entry = { action, actor, orderNumber: null, requestReference: null, before, after };
  expect(describeEntry(entry)).toBe(sentence);
});
