import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The value of the last render, for what lives longer than one. */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const ref = useRef(value);
  useLayoutEffect(() => {
    ref.current = value;
  });
  return ref;
}
