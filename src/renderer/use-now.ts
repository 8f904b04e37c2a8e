import { useEffect, useState } from 'react';
import type { ClockReading } from '../kernel/study-day.ts';
import { useEngine } from './engine.tsx';

/** How often a screen looks at the clock: cards become due and days begin without a write. */
const TICK_MILLIS = 20_000;

/** The clock, read again now and then and whenever the window is looked at again. */
export function useNow(): ClockReading {
  const { clock } = useEngine();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const read = (): void => setNow(clock());
    const timer = setInterval(read, TICK_MILLIS);
    window.addEventListener('focus', read);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', read);
      document.removeEventListener('visibilitychange', read);
    };
  }, [clock]);
  return now;
}
