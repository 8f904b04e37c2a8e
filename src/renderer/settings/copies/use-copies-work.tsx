import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { FileCheck } from '../../../engine/queries/once/copies.ts';
import type { Problem, Result } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import { useEngine } from '../../engine.tsx';
import { useLookAt } from '../../looking.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useWork } from '../../kit/progress/use-work.ts';
import { WorkLine } from '../../kit/progress/work-line.tsx';
import { LoadDialog } from './load-dialog.tsx';
import { beginAnew, lostWords } from './restored.ts';

/** A file on its way in, of which everything has been read. */
interface Offered {
  readonly name: string;
  /** What it is called while it is looked at. */
  readonly title: string;
  readonly content: Blob;
  readonly check: FileCheck;
}

/** What a section with copies does with them, and says of it: the same for each place they lie in. */
export function useCopiesWork(saidAtFirst: string): {
  readonly isBusy: boolean;
  run<Value>(doing: string, work: (watch: Watch) => Promise<Value>): Promise<Value>;
  /** What came of it. */
  tell<Value>(result: Result<Value>, inWords: (value: Value) => string): void;
  /** Reads all of a file, and asks what is to become of it (COPY-12). */
  offer(asked: Omit<Offered, 'check'>): Promise<void>;
  /** The copy in place of this screen (COPY-19). */
  lookAt(content: Blob, title: string, isOwnCopy?: boolean): Promise<void>;
  /** How far it is, and what was said. `also`: a problem from elsewhere, where there is none here. */
  telling(also?: Problem): ReactNode;
  readonly dialog: ReactNode;
} {
  const engine = useEngine();
  const look = useLookAt();
  const { working, run: runWork, stop } = useWork();
  const [said, setSaid] = useState(saidAtFirst);
  const [problem, setProblem] = useState<Problem>();
  const [offered, setOffered] = useState<Offered>();
  const told = useRef<HTMLDivElement>(null);

  // The button that was pressed may stand far below.
  const isBusy = working !== undefined;
  useEffect(() => {
    if (isBusy || problem) told.current?.scrollIntoView({ block: 'nearest' });
  }, [isBusy, problem]);

  const tell = useCallback(
    <Value,>(result: Result<Value>, inWords: (value: Value) => string): void => {
      setSaid(result.ok ? inWords(result.value) : '');
      setProblem(result.ok ? undefined : result.problem);
    },
    [],
  );

  /** What was said of the work before is not true of this one. */
  function run<Value>(doing: string, work: (watch: Watch) => Promise<Value>): Promise<Value> {
    setSaid('');
    setProblem(undefined);
    return runWork(doing, work);
  }

  async function offer(asked: Omit<Offered, 'check'>): Promise<void> {
    const { content } = asked;
    const looked = await run('Looking at the file', (watch) =>
      engine.ask('collectionFile', { content }, watch),
    );
    tell(looked, () => '');
    if (looked.ok) setOffered({ ...asked, check: looked.value });
  }

  async function lookAt(content: Blob, title: string, isOwnCopy = false): Promise<void> {
    setOffered(undefined);
    const opened = await run('Opening the copy', async (watch) =>
      look?.({ content, isOwnCopy }, title, watch),
    );
    if (opened && !opened.ok) tell(opened, () => '');
  }

  async function load(content: Blob, how: 'replace' | 'merge'): Promise<void> {
    setOffered(undefined);
    if (how === 'merge') {
      const merged = await run('Merging the file', (watch) =>
        engine.run('mergeFile', content, watch),
      );
      tell(merged, mergedWords);
      return;
    }
    const replaced = await run('Loading the file', (watch) =>
      engine.run('replaceByFile', content, watch),
    );
    if (replaced.ok) beginAnew(replaced.value);
    else tell(replaced, () => '');
  }

  return {
    isBusy,
    run,
    tell,
    offer,
    lookAt,
    telling: (also) => (
      <div ref={told} className="copies-told">
        {working && <WorkLine working={working} onStop={stop} />}
        <div role="status">{said && <p>{said}</p>}</div>
        {(problem ?? also) && <ProblemNote problem={(problem ?? also) as Problem} />}
      </div>
    ),
    dialog: offered && (
      <LoadDialog
        {...offered}
        onLook={() => void lookAt(offered.content, offered.title)}
        onLoad={(how) => void load(offered.content, how)}
        onClose={() => setOffered(undefined)}
      />
    ),
  };
}

function mergedWords(merged: {
  readonly taken: number;
  readonly repeated: number;
  readonly rejected: readonly unknown[];
  readonly mediaLost: number;
}): string {
  const { taken, repeated, rejected, mediaLost } = merged;
  const words = [
    t`${plural(taken, '# step of the file was new and is here now', '# steps of the file were new and are here now')}; ${plural(repeated, '# step was here already', '# steps were here already')}.`,
  ];
  if (rejected.length > 0) words.push(t`${plural(rejected.length, '# step')} could not be taken.`);
  return `${words.join(' ')}${lostWords(mediaLost, t`the file`)}`;
}
