import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const root = new URL("../../", import.meta.url);

/**
 * Lets plain Node.js run files of `lib` that no page or worker is needed for: `@/…` is the root of the repository, and an
 * import without an ending is a TypeScript file. Loaded by `node --import` before anything of the app.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "server-only") return next(new URL("tests/support/nothing.ts", root).href, context);
    const isOurs = specifier.startsWith("@/") || (specifier.startsWith(".") && !/\.[a-z]+$/.test(specifier));
    if (!isOurs || context.parentURL?.includes("/node_modules/")) return next(specifier, context);
    const base = specifier.startsWith("@/") ? new URL(specifier.slice(2), root) : new URL(specifier, context.parentURL);
    const file = new URL(`${base.href}.ts`);
    return next(existsSync(file) ? file.href : pathToFileURL(base.pathname).href, context);
  },
});
