import { type ComponentType, lazy, type ReactNode, useState } from 'react';

/** A component whose code comes with its first drawing, or before that by `load`. */
export interface Later<Props> {
  (props: Props): ReactNode;
  readonly load: () => Promise<unknown>;
}

const made: Later<never>[] = [];

/**
 * A component whose code comes later. Stands inside ScreenGuard, Part or Suspense. One that is there
 * already is drawn at once: React's `lazy` draws what stands in its place first all the same, and
 * gives way 300 ms later (FALLBACK_THROTTLE_MS, react-dom 19).
 */
export function comesLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Later<Props> {
  let there: ComponentType<Props> | undefined;
  const loaded = async (): Promise<ComponentType<Props>> => {
    there ??= await load();
    return there;
  };
  const Awaited = lazy(async () => ({ default: await loaded() }));
  function Drawn(props: Props): ReactNode {
    // Of the first drawing: another component in its place would begin anew.
    const [Known] = useState(() => there);
    return Known ? <Known {...props} /> : <Awaited {...props} />;
  }
  const part = Object.assign(Drawn, { load: loaded });
  made.push(part);
  return part;
}

/** Loads all that comes later, one at a time, each after `pause`; what cannot come is left out. */
export async function loadAllLater(pause: () => Promise<unknown>): Promise<void> {
  // What is loaded may bring more.
  for (const part of made) {
    await pause();
    await part.load().catch(() => {});
  }
}
