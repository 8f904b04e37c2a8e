import { useEffect } from 'react';
import { useEngine } from '../engine.tsx';
import { perform } from './use-at-hand.ts';

/** Does what is chosen in the native menu; the web shell has none. */
export function useNativeMenu(): void {
  const { platform } = useEngine();
  useEffect(() => platform.onCommand(perform), [platform]);
}
