import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../platform/platform.ts';
import { useDeps } from '../deps.tsx';

/** What the native menu's commands do while the component is shown; the others are left alone. */
export function useCommands(handlers: { readonly [C in MenuCommand]?: (() => void) | undefined }) {
  const { platform } = useDeps();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => platform.onCommand((command) => latest.current[command]?.()), [platform]);
}
