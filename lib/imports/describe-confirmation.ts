import type { Confirmation } from "./import-view";

/** What may be a mistake, and what saying yes means. */
export function describeConfirmation(asked: Confirmation): { what: string; yes: string } {
  switch (asked.code) {
    case "older_file":
      return {
        what: `${reasons[asked.reason](asked)} Newer values would be written over with older ones.`,
        yes: "Import this older file all the same",
      };
    case "fewer_rows":
      return {
        what: `The file has ${count(asked.rows)} rows; import ${asked.import} of the same source had ${count(asked.earlier_rows)}. A part of the orders may be missing.`,
        yes: "The file is complete",
      };
    case "stage_backwards":
      return {
        what: `${asked.orders === 1 ? "1 order goes" : `${count(asked.orders)} orders go`} back to an earlier stage: what was locked there opens again. Look at “Stage goes back” below.`,
        yes: asked.orders === 1 ? "Take it back to that stage" : "Take them back to those stages",
      };
  }
}

type OlderFile = Extract<Confirmation, { code: "older_file" }>;

const reasons: Record<OlderFile["reason"], (asked: OlderFile) => string> = {
  same_file: ({ import: number }) =>
    `This is the file of import ${number}, and orders have changed since: this import would take them back.`,
  same_as_earlier: ({ import: number, earlier_import }) =>
    `This is the file of import ${earlier_import}; import ${number} came after it.`,
  made_earlier: ({ import: number }) => `This file was made before the one of import ${number}.`,
  goes_back: ({ import: number, reverted = 0, fields = 0 }) =>
    `${count(reverted)} of the ${count(fields)} changed values are what they were before import ${number}: the file looks older than that one.`,
};

const count = (value: number) => value.toLocaleString("en-US");
