import { useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ListedCopy } from '../../../engine/queries/once/copies.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { perform } from '../../actions/use-at-hand.ts';
import { useEngine } from '../../engine.tsx';
import { takeNext, useWaitingFiles } from '../../door/waiting-files.ts';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import { useNewest } from '../../kit/hooks/use-newest.ts';
import { dated } from '../../kit/text/format.ts';
import { useQuery } from '../../live.ts';
import { contentsOf, CopyList } from './copy-list.tsx';
import { beginAnew, forgetWords, wordsFromBefore } from './restored.ts';
import { useCopiesWork } from './use-copies-work.tsx';
import './copies.css';
import { HelpLink } from '../../kit/page/help-link.tsx';

/** The copies of the collection, and the whole of it as one file (COPY-13). */
export function Copies() {
  const engine = useEngine();
  const { isBusy, run, tell, offer, lookAt, telling, dialog } = useCopiesWork(wordsFromBefore());
  const [copies, setCopies] = useState<readonly ListedCopy[]>();
  const [restoring, setRestoring] = useState<ListedCopy>();
  const isAsked = useRef(isAskedFor());
  const heading = useRef<HTMLHeadingElement>(null);
  // Changes where a copy was made for the folder of the person's own: it is here, too.
  const last = useQuery('lastOutside');

  const asking = useNewest();
  const look = useCallback(async () => {
    const isNewest = asking();
    const listed = await engine.ask('copies');
    if (!isNewest()) return;
    setCopies(listed.ok ? listed.value : []);
    if (!listed.ok) tell(listed, () => '');
  }, [engine, tell, asking]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: listed anew with each copy outside
  useEffect(() => void look(), [look, last]);
  // Not while it is drawn: a drawing that is given up, as while a part is loaded, is done again.
  useEffect(forgetWords, []);
  useEffect(() => {
    if (!copies || !isAsked.current) return;
    isAsked.current = false;
    heading.current?.scrollIntoView();
  }, [copies]);

  const waiting = useWaitingFiles();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is taken when there is one and none is at hand
  useEffect(() => {
    const file = isBusy ? undefined : takeNext('copies');
    if (file) void offerFile(file);
  }, [isBusy, waiting]);

  async function makeOne(): Promise<void> {
    const made = await run('Making a copy', (watch) => engine.run('makeCopy', 'asked', watch));
    tell(
      made,
      ({ manifest: { counts } }) => t`A copy of ${plural(counts.cards, '# card')} was made.`,
    );
    await look();
  }

  async function save(): Promise<void> {
    const saved = await run('Saving the collection', (watch) =>
      engine.run('saveCollection', watch),
    );
    tell(saved, (isSaved) => (isSaved ? t`The collection was saved as a file.` : ''));
  }

  async function chooseFile(): Promise<void> {
    const file = await engine.platform.copies?.choose();
    if (file) await offerFile(file);
  }

  async function offerFile(file: File): Promise<void> {
    await offer({ name: file.name, title: t`The file ${file.name}`, content: file });
  }

  async function lookAtCopy({ name, atMillis }: ListedCopy): Promise<void> {
    const content = await engine.platform.copies?.open(name);
    if (content?.ok) await lookAt(content.value, t`A copy of ${dated(atMillis)}`, true);
    else if (content) tell(content, () => '');
  }

  async function restore(copy: ListedCopy): Promise<void> {
    setRestoring(undefined);
    const done = await run('Restoring', (watch) => engine.run('restoreCopy', copy.name, watch));
    if (done.ok) beginAnew(done.value);
    else tell(done, () => '');
  }

  return (
    <section className="form" aria-labelledby="copies">
      <h2 id="copies" ref={heading}>{t`Copies and files`}</h2>
      <p className="soft">{t`After the first session of a day Rounds makes a copy of everything by itself, beside your cards on this computer. A file of your own, on a stick or in another place, survives the computer too, and loads on any other.`}</p>
      <p className="actions">
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void save()}
        >{t`Save as a file…`}</button>
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void chooseFile()}
        >{t`Load a collection file…`}</button>
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void makeOne()}
        >{t`Make a copy now`}</button>
        <button
          type="button"
          disabled={isBusy}
          onClick={() => perform('export')}
        >{t`Export for Anki or on paper…`}</button>
        <Link href="/import?earlier" className="button-link">{t`Earlier imports…`}</Link>
        <HelpLink to="copies" about={t`copies and files`} />
      </p>
      {telling()}
      {copies?.length === 0 && <p className="soft">{t`There is no copy yet.`}</p>}
      {copies && copies.length > 0 && (
        <CopyList
          label={t`Copies`}
          take={t`Restore`}
          {...{ copies, isBusy }}
          onLook={(copy) => void lookAtCopy(copy)}
          onTake={setRestoring}
        />
      )}
      {restoring && (
        <Confirm
          title={t`Restore the copy of ${dated(restoring.atMillis)}?`}
          doIt={t`Restore`}
          isQuestion
          onDo={() => void restore(restoring)}
          onClose={() => setRestoring(undefined)}
        >
          <p>{t`Everything becomes as it was then: ${contentsOf(restoring)}. What you have now is kept as a copy first; restoring that one takes it back.`}</p>
        </Confirm>
      )}
      {dialog}
    </section>
  );
}

/** '#/settings?at=copies' begins here. */
function isAskedFor(): boolean {
  return new URLSearchParams(location.hash.split('?')[1]).get('at') === 'copies';
}
