type Fetch = (request: Request) => Promise<Response> | Response;

/** Deeper than anything the app sends; a little deeper, and the original runs out of stack while reading. */
const maxDepth = 200;

/**
 * Answers as hosted projects do where the original fails with an error 500 of its own: a body it cannot read, or an
 * argument its driver cannot write (a number for a date). Both are the caller's fault, and Postgres would have said so.
 */
export function withReadableAnswers(fetch: Fetch): Fetch {
  return async (request) => {
    if (request.method !== "GET" && isJson(request.headers) && (await isTooDeep(request.clone()))) return refusal();
    const response = await fetch(request);
    return (await isUnwritable(response)) ? refusal() : response;
  };
}

function refusal(): Response {
  const problem = { code: "22P02", details: null, hint: null, message: "invalid input syntax" };
  return Response.json(problem, { status: 400 });
}

function isJson(headers: Headers): boolean {
  return headers.get("content-type")?.includes("json") ?? false;
}

async function isTooDeep(request: Request): Promise<boolean> {
  let depth = 0;
  let isText = false;
  const body = await request.text();
  for (let at = 0; at < body.length; at += 1) {
    const letter = body[at];
    if (isText) {
      if (letter === "\\") at += 1;
      else if (letter === '"') isText = false;
    } else if (letter === '"') isText = true;
    else if (letter === "[" || letter === "{") depth += 1;
    else if (letter === "]" || letter === "}") depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

async function isUnwritable(response: Response): Promise<boolean> {
  if (response.status !== 500 || !isJson(response.headers)) return false;
  const { message } = (await response.clone().json()) as { message?: unknown };
  return typeof message === "string" && message.startsWith("TypeError [ERR_INVALID_ARG_TYPE]");
}
