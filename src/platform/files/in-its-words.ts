/** What was thrown, as it says itself, to stand within a sentence. */
export function inItsWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.trim().replace(/\.+$/, '');
}
