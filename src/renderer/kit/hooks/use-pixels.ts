import { useMemo } from 'react';
import { usePreferences } from '../../preferences.ts';

/** `rem` of the page's text size in whole CSS pixels: what depends on it grows with the text. */
export function usePixels(rem: number): number {
  const { textSize } = usePreferences();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's text size follows textSize
  return useMemo(() => {
    const rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return Math.round(rootSize * rem);
  }, [rem, textSize]);
}
