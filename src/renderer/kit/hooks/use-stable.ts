import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for the component's life that does what `work` of the newest paint does. */
export function useStable<Arguments extends unknown[], Result>(
  work: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((...args: Arguments) => latest.current(...args), []);
}
