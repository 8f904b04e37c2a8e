import { useSyncExternalStore } from 'react';
import { usePixels } from './use-pixels.ts';

/** Whether the window is at least `rem` of the page's text size wide. */
export function useIsWide(rem: number): boolean {
  const query = `(min-width: ${usePixels(rem)}px)`;
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
