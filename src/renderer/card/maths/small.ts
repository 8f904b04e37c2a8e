/**
 * So many characters of one side are read where the card is drawn: KaTeX takes 15 ms for them. The
 * rest is read in a worker.
 */
export const MOST_AT_ONCE = 1_000;
/** Groups in each other: whatever is done twice for each of them comes to little then. */
const MAX_NESTING = 8;

const DEFINES =
  /\\(?:[gex]?def|let|futurelet|(?:re)?newcommand|providecommand|global|long|DeclareMathOperator)(?![a-zA-Z])/;
const GROUPS =
  /(?<open>\{|\\(?:left|begin|bgroup|begingroup)(?![a-zA-Z]))|(?<close>\}|\\(?:right|end|egroup|endgroup)(?![a-zA-Z]))|\\[^a-zA-Z]/g;

/** Whether the work that a formula makes follows from its length: it defines nothing and nests little. */
export function isSmall(tex: string): boolean {
  if (tex.length > MOST_AT_ONCE || DEFINES.test(tex)) return false;
  let depth = 0;
  for (const { groups } of tex.matchAll(GROUPS)) {
    if (groups?.open) depth += 1;
    else if (groups?.close) depth -= 1;
    if (depth > MAX_NESTING) return false;
  }
  return true;
}
