import { type Fault, inFunction } from "./fault.ts";

const chunks = "stage_import_rows/takes_a_chunk_twice";
const bad = "preview_import/names_every_bad_value";
const kept = "commit_import/keeps_approved_changes";
const keys = "commit_import/finds_lines_without_numbers";

export const faultsInImports: Fault[] = [
  inFunction(
    "a chunk sent twice is an error",
    "stage_import_rows",
    "on conflict do nothing",
    "",
    chunks,
    "a chunk sent twice",
  ),
  inFunction(
    "an order may be told in two ways",
    "find_import_contradictions",
    "o.differing && v_order_fields",
    "false",
    bad,
    "a line that appears twice",
  ),
  inFunction(
    "an older file undoes what was approved",
    "match_import",
    "w.export_id is null",
    "false",
    kept,
    "an approved change survives",
  ),
  inFunction(
    "a new line takes the key another one holds",
    "find_held_keys",
    "h.line_key = f.line_key",
    "false",
    keys,
    "a new line of a SKU",
  ),
];
