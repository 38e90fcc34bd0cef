import { writeFileSync } from "node:fs";
import { generateTypes, typesFile } from "./generated-types.ts";
import { startStack } from "./stack.ts";
import { stopOnSignals } from "./until-stopped.ts";

// npm run types:generate: applies the migrations to an empty database and writes the types of what they make.
const stack = await startStack({ name: "types", reset: true, volatile: true });
stopOnSignals(stack.stop);
try {
  writeFileSync(typesFile, await generateTypes(stack.connections.databaseUrl));
  process.stdout.write("Wrote lib/supabase/database.types.ts\n");
} finally {
  await stack.stop();
}
process.exit();
