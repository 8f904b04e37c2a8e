import { useCallback, useEffect, useRef } from 'react';

/**
 * Of answers that are on their way together, the one asked for last. Called before each is asked for,
 * it gives what tells, once the answer is there, whether it still is the newest and anyone is left
 * to see it: an older one that took longer must not take its place.
 */
export function useNewest(): () => () => boolean {
  const newest = useRef(0);
  useEffect(
    () => () => {
      newest.current++;
    },
    [],
  );
  return useCallback(() => {
    const mine = ++newest.current;
    return () => mine === newest.current;
  }, []);
}
