import { useSyncExternalStore } from 'react';

/** Whether the window is at least `rem` times its text size wide. */
export function useIsWide(rem: number): boolean {
  const query = `(min-width: ${rem}em)`;
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
