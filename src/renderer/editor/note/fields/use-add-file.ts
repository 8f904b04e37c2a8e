import { useEffect, useRef, useState } from 'react';
import { useEngine } from '../../../engine.tsx';
import { useAnnounce } from '../../../kit/page/announcer.tsx';

/** Stores the pasted, dropped, attached and recorded files of a note. */
export function useAddFile(): {
  /** The name that a field refers to it by; undefined where it was refused. */
  readonly add: (file: File) => Promise<string | undefined>;
  /** Once no file is on its way any more: whether all that were are in the note. */
  readonly areStored: () => Promise<boolean>;
  /** Why files were refused that came together; the next ones begin anew. */
  readonly problems: readonly string[];
} {
  const engine = useEngine();
  const announce = useAnnounce();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const onTheirWay = useRef(new Set<Promise<boolean>>());
  const last = problems.at(-1);
  useEffect(() => {
    if (last !== undefined) announce(last, 'quietly');
  }, [last, announce]);

  async function add(file: File): Promise<string | undefined> {
    if (onTheirWay.current.size === 0) setProblems([]);
    const adding = engine.run('addMedia', file);
    const isTaken = adding.then(({ ok }) => ok);
    onTheirWay.current.add(isTaken);
    const added = await adding;
    onTheirWay.current.delete(isTaken);
    if (added.ok) return added.value.id;
    const { what, kept, todo } = added.problem;
    setProblems((before) => [...before, `${what} ${kept} ${todo}`]);
    return undefined;
  }
  async function areStored(): Promise<boolean> {
    let areAll = true;
    while (onTheirWay.current.size > 0) {
      const taken = await Promise.all(onTheirWay.current);
      areAll &&= taken.every(Boolean);
      // The field has the name, and writes it into the text before anything else happens.
      await new Promise((resolve) => setTimeout(resolve));
    }
    return areAll;
  }
  return { add, areStored, problems };
}
