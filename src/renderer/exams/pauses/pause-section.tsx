/** Breaks and catch-ups. */
export function PauseSection() {
  return null;
}
