/** Caps on an uploaded file, checked before anything of it is kept. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
export const MAX_COLUMNS = 512;
/** All headers together are kept with every import; a longer one is a row of text that isn't a header. */
export const MAX_HEADER_CHARACTERS = 500;
export const MAX_ROWS = 1_000_000;
export const MAX_CELL_BYTES = 64 * 1024;
export const MAX_RECORD_CHARACTERS = 1_000_000;

/** Caps on one request that carries rows to the database. */
export const MAX_CHUNK_BYTES = 1_000_000;
export const MAX_CHUNK_ROWS = 5_000;

/** A million rows are compared or written in one step; a little less than the database allows it. */
export const LONG_STEP_MS = 280_000;

/** Rows one correction may touch; the database takes no more at a time. */
export const MAX_CORRECTIONS = 5_000;
