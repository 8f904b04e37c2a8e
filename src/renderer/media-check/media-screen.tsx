import type { MediaCheck } from '../../domain/media/check-media.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { MissingFiles } from './missing-files.tsx';
import { OtherLists } from './other-lists.tsx';
import { size } from '../kit/text/file-size.ts';
import { SpaceSection } from './space-section.tsx';
import { UnusedFiles } from './unused-files.tsx';
import { type LiveCheck, type CheckProgress, useMediaCheck } from './use-media-check.ts';
import './media-check.css';

/** The media check: what is missing, unused, large or lost, and what can be done about it. */
export function MediaScreen() {
  const live = useMediaCheck();
  const { found, progress, problem, isStopped } = live;
  const busy = progress !== undefined;
  return (
    <main className="page media">
      <header className="media-head">
        <h1 className="page-title">{t`Media`}</h1>
        <div role="status">
          {found && <p>{summaryOf(found.check)}</p>}
          {isStopped && <p className="soft">{t`The check was stopped.`}</p>}
        </div>
        {progress ? (
          <Working progress={progress} onStop={live.stop} />
        ) : (
          <p className="actions">
            <button type="button" onClick={live.again}>{t`Check again`}</button>
          </p>
        )}
      </header>
      {problem && <ProblemNote problem={problem} />}
      {found && (
        <>
          <Mend live={live} check={found.check} isBusy={busy} />
          <MissingFiles check={found.check} live={live} isBusy={busy} />
          <UnusedFiles files={found.check.unused} live={live} isBusy={busy} />
          <OtherLists check={found.check} />
          <SpaceSection space={found.space} live={live} isBusy={busy} />
        </>
      )}
    </main>
  );
}

function Working(props: { readonly progress: CheckProgress; readonly onStop: () => void }) {
  const { done, total } = props.progress;
  return (
    <div className="working">
      <span id="checking">{t`Checking…`}</span>
      <progress aria-labelledby="checking" max={total || 1} value={done} />
      <button type="button" className="quiet" onClick={props.onStop}>{t`Stop`}</button>
    </div>
  );
}

function Mend(props: {
  readonly live: LiveCheck;
  readonly check: MediaCheck;
  readonly isBusy: boolean;
}) {
  const engine = useEngine();
  const announce = useAnnounce();
  const { missing, misnamed } = props.check;
  const repointed = missing.filter((each) => each.instead && each.noteIds.length > 0).length;
  const renamed = misnamed.filter((each) => !each.isElsewhere).length;
  if (repointed + renamed === 0) return null;

  async function mend(): Promise<void> {
    const mended = await props.live.run((watch) => engine.run('mendMedia', watch));
    if (!mended) return;
    const names = plural(mended.repointed + mended.renamed, '# name');
    announce(t`Mended ${names}. Undo takes it back.`);
  }

  return (
    <section className="note" aria-labelledby="mend">
      <h2 id="mend">{t`${plural(repointed + renamed, '# name')} can be mended`}</h2>
      {repointed > 0 && (
        <p>
          {t`${plural(repointed, '# missing name differs', '# missing names differ')} only in spelling from a file that is there: notes get the right one.`}
        </p>
      )}
      {renamed > 0 && (
        <p>
          {t`${plural(renamed, '# file has', '# files have')} a name that not every computer takes: it gets a safe one, in the notes too.`}
        </p>
      )}
      <p className="actions">
        <button
          type="button"
          className="primary"
          disabled={props.isBusy}
          onClick={() => void mend()}
        >{t`Mend`}</button>
      </p>
    </section>
  );
}

function summaryOf({ fileCount, bytes, ...lists }: MediaCheck): string {
  const { missing, broken, unused } = lists;
  if (fileCount === 0 && missing.length === 0) {
    return t`There are no media yet. Pictures, sounds and films that you paste into a note or attach to it are kept here.`;
  }
  const files = `${plural(fileCount, '# file')}, ${size(bytes)}`;
  const isWhole = missing.length + broken.length === 0;
  if (!isWhole) return t`${files}. Some of what notes refer to is not here.`;
  return unused.length === 0
    ? t`${files}. All that notes refer to is here, and nothing is unused.`
    : t`${files}. All that notes refer to is here.`;
}
