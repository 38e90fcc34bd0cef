/** What must never reach a log: keys, tokens, passwords in addresses, and people's e-mail addresses (their domain stays). */
const secrets: readonly [RegExp, string][] = [
  [/\b(sb_secret_|sb_publishable_|re_|whsec_|ocr_)[\w-]{8,}/g, "$1…"],
  [/\beyJ[\w-]{10,}\.[\w-]+\.[\w-]*/g, "[token]"],
  [/\bBearer\s+[^\s"',]+/gi, "Bearer [token]"],
  [/\b((?:token_hash|token|code|password|secret|key)=)[^&\s"']+/gi, "$1…"],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:)[^\s@/]+@/gi, "$1…@"],
  [/(\/invite\/)[\w-]{16,}/g, "$1…"],
  [/[\w.+-]+@([\w-]+\.[\w.-]+)/g, "…@$1"],
];

/** The text with every secret in it made unusable. */
export function redact(text: string): string {
  return secrets.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
