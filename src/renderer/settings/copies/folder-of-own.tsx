import { useCallback, useEffect, useState } from 'react';
import type { CopyOutside } from '../../../engine/queries/once/copies.ts';
import type { Result } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import type { ChosenFolder, FolderKnown } from '../../../platform/folder/chosen-folder.ts';
import { useEngine } from '../../engine.tsx';
import { useNewest } from '../../kit/hooks/use-newest.ts';
import { dated } from '../../kit/text/format.ts';
import { useFolderStanding, useQuery } from '../../live.ts';
import { CopyList } from './copy-list.tsx';
import { broughtInWords } from './folder-words.ts';
import { JournalInFolder } from './journal-in-folder.tsx';
import { useCopiesWork } from './use-copies-work.tsx';

/** A folder of the person's own, to which every copy and the journal go as well (COPY-15, JOURNAL-12). */
export function FolderOfOwn() {
  const { platform } = useEngine();
  return platform.folder ? <InFolder folder={platform.folder} /> : null;
}

function InFolder({ folder }: { readonly folder: ChosenFolder }) {
  const engine = useEngine();
  const { isBusy, run, tell, offer, lookAt, telling, dialog } = useCopiesWork('');
  const last = useQuery('lastOutside');
  const journal = useFolderStanding();
  const [known, setKnown] = useState<FolderKnown>();
  const [copies, setCopies] = useState<Result<readonly CopyOutside[]>>();

  const asking = useNewest();
  const look = useCallback(async () => {
    const isNewest = asking();
    const found = await folder.known();
    const listed = found.ok && found.value?.mayUse ? await engine.ask('copiesOutside') : undefined;
    if (!isNewest()) return;
    setKnown(found.ok ? found.value : undefined);
    setCopies(listed);
  }, [engine, folder, asking]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: listed anew with each copy that went there
  useEffect(() => void look(), [look, last]);

  /** That it can be written to is shown by writing to it. */
  async function copyNow(): Promise<void> {
    const made = await run('Making a copy in the folder', (watch) =>
      engine.run('makeCopy', 'asked', watch),
    );
    await engine.folderJournal?.catchUp();
    const outside = made.ok ? made.value.outside : made;
    if (outside) tell(outside, () => t`A copy was made in the folder, and read back.`);
    await look();
  }

  async function choose(): Promise<void> {
    const chosen = await folder.choose();
    tell(chosen, () => '');
    if (!chosen.ok || !chosen.value) return;
    await copyNow();
    await engine.folderJournal?.lookAnew();
  }

  async function allow(): Promise<void> {
    const allowed = await folder.allow();
    tell(allowed, () => '');
    if (!allowed.ok || !allowed.value) return;
    await copyNow();
    await engine.folderJournal?.lookAnew();
  }

  async function forget(): Promise<void> {
    tell(await folder.forget(), () => '');
    await engine.folderJournal?.lookAnew();
    await look();
  }

  async function bringIn(): Promise<void> {
    const came = await run('Bringing in what the folder has', (watch) =>
      engine.run('bringInFromFolder', watch),
    );
    tell(came, (recovered) => (recovered ? broughtInWords(recovered) : t`There was nothing more.`));
  }

  async function open(copy: CopyOutside): Promise<Blob | undefined> {
    const content = await run('Reading the copy', () => folder.open(copy.name));
    tell(content, () => '');
    return content.ok ? content.value : undefined;
  }

  async function lookAtCopy(copy: CopyOutside): Promise<void> {
    const content = await open(copy);
    if (content) await lookAt(content, t`A copy of ${dated(copy.atMillis)}`);
  }

  async function load(copy: CopyOutside): Promise<void> {
    const content = await open(copy);
    const title = t`A copy of ${dated(copy.atMillis)}`;
    if (content) await offer({ name: title, title, content });
  }

  const unread = copies && !copies.ok ? copies.problem : undefined;
  const shown = known ? (unread ?? last?.problem ?? journal?.problem) : undefined;
  return (
    <section className="form" aria-labelledby="folder-of-own">
      <h2 id="folder-of-own">{t`A folder of your own`}</h2>
      <p className="soft">{t`A folder on a stick, on another disk, or one that is carried to other computers: everything you do goes there as well, within seconds, and so does every copy, whole, with pictures and sounds. Of what is in it Rounds deletes nothing but its own older copies.`}</p>
      {known && (
        <p className="long-words">
          <strong>{known.name}</strong>
          {copies?.ok && (
            <>
              <br />
              <span className="soft small">
                {t`${plural(copies.value.length, '# copy', '# copies')} in it`}
              </span>
            </>
          )}
        </p>
      )}
      <p className="actions">
        {known && !known.mayUse && (
          <button
            type="button"
            className="primary"
            disabled={isBusy}
            onClick={() => void allow()}
          >{t`Allow again`}</button>
        )}
        <button type="button" disabled={isBusy} onClick={() => void choose()}>
          {known ? t`Choose another folder…` : t`Choose a folder…`}
        </button>
        {known?.mayUse && (
          <button
            type="button"
            disabled={isBusy}
            onClick={() => void copyNow()}
          >{t`Copy into it now`}</button>
        )}
        {known && (
          <button
            type="button"
            disabled={isBusy}
            onClick={() => void forget()}
          >{t`Stop using it`}</button>
        )}
      </p>
      {known && !known.mayUse && (
        <p className="small soft">{t`The browser asks again, once in a while, before Rounds may write there.`}</p>
      )}
      {known && (
        <JournalInFolder
          isAway={shown !== undefined}
          isBusy={isBusy}
          onBringIn={() => void bringIn()}
        />
      )}
      {telling(shown)}
      {copies?.ok && copies.value.length > 0 && (
        <CopyList
          label={t`Copies in the folder`}
          take={t`Load`}
          isBusy={isBusy}
          copies={copies.value}
          onLook={(copy) => void lookAtCopy(copy)}
          onTake={(copy) => void load(copy)}
        />
      )}
      {dialog}
    </section>
  );
}
