import { useEffect } from 'react';
import { useDeps } from '../deps.tsx';
import { perform } from './use-at-hand.ts';

/** Does what is chosen in the native menu; the web shell has none. */
export function useNativeMenu(): void {
  const { platform } = useDeps();
  useEffect(() => platform.onCommand(perform), [platform]);
}
