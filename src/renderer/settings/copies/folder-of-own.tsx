import { useCallback, useEffect, useState } from 'react';
import type { Problem, Result } from '../../../kernel/problem.ts';
import type { ChosenFolder, FolderKnown } from '../../../platform/folder/chosen-folder.ts';
import { useEngine } from '../../engine.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useWork } from '../../kit/progress/use-work.ts';
import { WorkLine } from '../../kit/progress/work-line.tsx';
import { count } from '../../kit/text/format.ts';
import { useQuery } from '../../live.ts';

/** A folder of the person's own, to which every copy goes as well (COPY-15). */
export function FolderOfOwn() {
  const { platform } = useEngine();
  return platform.folder ? <InFolder folder={platform.folder} /> : null;
}

function InFolder({ folder }: { readonly folder: ChosenFolder }) {
  const engine = useEngine();
  const { working, run, stop } = useWork();
  const last = useQuery('lastOutside');
  const [known, setKnown] = useState<FolderKnown>();
  const [copies, setCopies] = useState<number>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem>();

  const look = useCallback(async () => {
    const found = await folder.known();
    setKnown(found.ok ? found.value : undefined);
    if (!found.ok || !found.value?.mayUse) return;
    const listed = await folder.list();
    setCopies(listed.ok ? listed.value.length : undefined);
    if (!listed.ok) setProblem(listed.problem);
  }, [folder]);
  useEffect(() => void look(), [look]);

  function tell<Value>(result: Result<Value>): void {
    setSaid('');
    setProblem(result.ok ? undefined : result.problem);
  }

  /** That it can be written to is shown by writing to it. */
  async function copyNow(): Promise<void> {
    const made = await run('Making a copy in the folder', (watch) =>
      engine.run('makeCopy', 'asked', watch),
    );
    const outside = made.ok ? made.value.outside : made;
    if (outside) tell(outside);
    if (outside?.ok) setSaid('A copy was made in the folder, and read back.');
    await look();
  }

  async function choose(): Promise<void> {
    const chosen = await folder.choose();
    tell(chosen);
    if (chosen.ok && chosen.value) await copyNow();
  }

  async function allow(): Promise<void> {
    const allowed = await folder.allow();
    tell(allowed);
    if (allowed.ok && allowed.value) await copyNow();
  }

  async function forget(): Promise<void> {
    tell(await folder.forget());
    setCopies(undefined);
    await look();
  }

  const isBusy = working !== undefined;
  const shown = problem ?? (known ? last?.problem : undefined);
  return (
    <section className="form" aria-labelledby="folder-of-own">
      <h2 id="folder-of-own">Copies in a folder of your own</h2>
      <p className="soft">
        A folder on a stick, on another disk, or one that is carried to other computers: every copy
        goes there as well, whole, with pictures and sounds. Of what is in it Rounds deletes nothing
        but its own older copies.
      </p>
      {known && (
        <p className="long-words">
          <strong>{known.name}</strong>
          {copies !== undefined && (
            <span className="soft"> {count(copies, 'copy', 'copies')} in it</span>
          )}
        </p>
      )}
      <p className="actions">
        {known && !known.mayUse && (
          <button type="button" className="primary" disabled={isBusy} onClick={() => void allow()}>
            Allow again
          </button>
        )}
        <button type="button" disabled={isBusy} onClick={() => void choose()}>
          {known ? 'Choose another folder…' : 'Choose a folder…'}
        </button>
        {known?.mayUse && (
          <button type="button" disabled={isBusy} onClick={() => void copyNow()}>
            Copy into it now
          </button>
        )}
        {known && (
          <button type="button" disabled={isBusy} onClick={() => void forget()}>
            Stop using it
          </button>
        )}
      </p>
      {known && !known.mayUse && (
        <p className="small soft">
          The browser asks again, once in a while, before Rounds may write there.
        </p>
      )}
      {working && <WorkLine working={working} onStop={stop} />}
      <div role="status">{said && <p>{said}</p>}</div>
      {shown && <ProblemNote problem={shown} />}
    </section>
  );
}
