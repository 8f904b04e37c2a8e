import { useCallback, useEffect, useState } from 'react';
import type { FileCheck, ListedCopy } from '../../../engine/queries/once/copies.ts';
import type { Problem, Result } from '../../../kernel/problem.ts';
import { useEngine } from '../../engine.tsx';
import { useLookAt } from '../../looking.tsx';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useWork } from '../../kit/progress/use-work.ts';
import { WorkLine } from '../../kit/progress/work-line.tsx';
import { count } from '../../kit/text/format.ts';
import { size } from '../../kit/text/file-size.ts';
import { LoadDialog } from './load-dialog.tsx';
import './copies.css';

/** The copies of the collection, and the whole of it as one file (COPY-13). */
export function Copies() {
  const engine = useEngine();
  const lookAt = useLookAt();
  const { working, run, stop } = useWork();
  const [copies, setCopies] = useState<readonly ListedCopy[]>();
  const [said, setSaid] = useState(wordsFromBefore);
  const [problem, setProblem] = useState<Problem>();
  const [restoring, setRestoring] = useState<ListedCopy>();
  const [loading, setLoading] = useState<{ readonly file: File; readonly check: FileCheck }>();

  const look = useCallback(async () => {
    const listed = await engine.ask('copies');
    setCopies(listed.ok ? listed.value : []);
    if (!listed.ok) setProblem(listed.problem);
  }, [engine]);
  useEffect(() => void look(), [look]);
  // Not while it is drawn: a drawing that is given up, as while a part is loaded, is done again.
  useEffect(() => sessionStorage.removeItem(RESTORED), []);

  function tell<Value>(result: Result<Value>, inWords: (value: Value) => string): void {
    setSaid(result.ok ? inWords(result.value) : '');
    setProblem(result.ok ? undefined : result.problem);
    void look();
  }

  async function makeOne(): Promise<void> {
    const made = await run('Making a copy', (watch) => engine.run('makeCopy', 'asked', watch));
    tell(made, ({ manifest: { counts } }) => `A copy of ${count(counts.cards, 'card')} was made.`);
  }

  async function save(): Promise<void> {
    const saved = await run('Saving the collection', (watch) =>
      engine.run('saveCollection', watch),
    );
    tell(saved, (isSaved) => (isSaved ? 'The collection was saved as a file.' : ''));
  }

  async function chooseFile(): Promise<void> {
    const file = await engine.platform.copies?.choose();
    if (!file) return;
    const looked = await run('Looking at the file', (watch) =>
      engine.ask('collectionFile', { content: file }, watch),
    );
    tell(looked, () => '');
    if (looked.ok) setLoading({ file, check: looked.value });
  }

  async function restore(copy: ListedCopy): Promise<void> {
    setRestoring(undefined);
    begin(await run('Restoring', (watch) => engine.run('restoreCopy', copy.name, watch)));
  }

  async function load(file: File, how: 'replace' | 'merge'): Promise<void> {
    setLoading(undefined);
    if (how === 'replace') {
      begin(await run('Loading the file', (watch) => engine.run('replaceByFile', file, watch)));
      return;
    }
    const merged = await run('Merging the file', (watch) => engine.run('mergeFile', file, watch));
    tell(merged, ({ taken, repeated, rejected }) =>
      [
        `${count(taken, 'step')} of the file ${taken === 1 ? 'was' : 'were'} new and ${taken === 1 ? 'is' : 'are'} here now; ${count(repeated, 'step')} ${repeated === 1 ? 'was' : 'were'} here already.`,
        rejected.length > 0 ? `${count(rejected.length, 'step')} could not be taken.` : '',
      ].join(' '),
    );
  }

  /** On success the copy stands in place of this screen. */
  async function openLook(content: Blob, title: string): Promise<void> {
    const opened = await run('Opening the copy', async (watch) => lookAt?.(content, title, watch));
    if (opened && !opened.ok) setProblem(opened.problem);
  }

  async function lookAtCopy({ name, atMillis }: ListedCopy): Promise<void> {
    const content = await engine.platform.copies?.open(name);
    if (content?.ok) await openLook(content.value, `A copy of ${dated(atMillis)}`);
    else if (content) setProblem(content.problem);
  }

  async function lookAtFile(file: File): Promise<void> {
    setLoading(undefined);
    await openLook(file, `The file ${file.name}`);
  }

  /** Everything on the page is of the collection of before: it begins anew. */
  function begin(done: Result<'replaced' | 'put back'>): void {
    if (!done.ok) {
      tell(done, () => '');
      return;
    }
    sessionStorage.setItem(RESTORED, done.value);
    location.reload();
  }

  const isBusy = working !== undefined;
  return (
    <section className="form" aria-labelledby="copies">
      <h2 id="copies">Copies and files</h2>
      <p className="soft">
        After the first session of a day Rounds makes a copy of everything by itself, beside your
        cards on this computer. A file of your own, on a stick or in another place, survives the
        computer too, and loads on any other.
      </p>
      <p className="actions">
        <button type="button" disabled={isBusy} onClick={() => void save()}>
          Save as a file…
        </button>
        <button type="button" disabled={isBusy} onClick={() => void chooseFile()}>
          Load a collection file…
        </button>
        <button type="button" disabled={isBusy} onClick={() => void makeOne()}>
          Make a copy now
        </button>
      </p>
      {working && <WorkLine working={working} onStop={stop} />}
      <div role="status">{said && <p>{said}</p>}</div>
      {problem && <ProblemNote problem={problem} />}
      {copies?.length === 0 && <p className="soft">There is no copy yet.</p>}
      {copies && copies.length > 0 && (
        <ul className="copies-list" aria-label="Copies">
          {copies.map((copy) => (
            <CopyRow
              key={copy.name}
              {...{ copy, isBusy }}
              onLook={() => void lookAtCopy(copy)}
              onRestore={() => setRestoring(copy)}
            />
          ))}
        </ul>
      )}
      {restoring && (
        <Confirm
          title={`Restore the copy of ${dated(restoring.atMillis)}?`}
          doIt="Restore"
          isQuestion
          onDo={() => void restore(restoring)}
          onClose={() => setRestoring(undefined)}
        >
          <p>
            Everything becomes as it was then: {contentsOf(restoring)}. What you have now is kept as
            a copy first; restoring that one takes it back.
          </p>
        </Confirm>
      )}
      {loading && (
        <LoadDialog
          {...loading}
          onLook={() => void lookAtFile(loading.file)}
          onLoad={(how) => void load(loading.file, how)}
          onClose={() => setLoading(undefined)}
        />
      )}
    </section>
  );
}

function CopyRow(props: {
  readonly copy: ListedCopy;
  readonly isBusy: boolean;
  readonly onLook: () => void;
  readonly onRestore: () => void;
}) {
  const { copy } = props;
  return (
    <li>
      <span>
        <span className="copy-date">{dated(copy.atMillis)}</span>{' '}
        <span className="soft small">{WHY[copy.why]}</span>
        <br />
        <span className="soft small number">{contentsOf(copy)}</span>
      </span>
      <span className="actions">
        <button
          type="button"
          disabled={props.isBusy || !copy.contents.ok}
          aria-label={`Look at the copy of ${dated(copy.atMillis)}`}
          onClick={props.onLook}
        >
          Look
        </button>
        <button
          type="button"
          disabled={props.isBusy || !copy.contents.ok}
          aria-label={`Restore the copy of ${dated(copy.atMillis)}`}
          onClick={props.onRestore}
        >
          Restore
        </button>
      </span>
    </li>
  );
}

const WHY: Readonly<Record<ListedCopy['why'], string>> = {
  day: 'after the day’s first session',
  asked: 'made by you',
  before: 'before a restoring, loading, update or large deletion',
  loaded: 'a file that you loaded',
};

function contentsOf({ contents, bytes }: ListedCopy): string {
  if (!contents.ok) return `It cannot be read. ${contents.problem.what}`;
  const { cards, reviews } = contents.value.counts;
  return `${count(cards, 'card')}, ${count(reviews, 'review')}, ${size(bytes)}, checked when it was made`;
}

function dated(millis: number): string {
  return new Date(millis).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

const RESTORED = 'rounds-restored';

/** What the page before this one did, said once. */
function wordsFromBefore(): string {
  const done = sessionStorage.getItem(RESTORED);
  if (done === 'replaced') {
    return 'Done: everything is as it was then. What you had before is the newest copy below.';
  }
  return done === 'put back' ? 'The copy could not be read to its end; you have what you had.' : '';
}
