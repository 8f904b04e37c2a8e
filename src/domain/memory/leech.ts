/**
 * Whether the lapse just counted makes the card a leech (again): at `threshold` lapses, and then
 * after every further half of it, rounded up. A threshold below 1 turns leeches off.
 */
export function isLeech(lapses: number, threshold: number): boolean {
  if (!(threshold >= 1) || lapses < threshold) return false;
  return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
