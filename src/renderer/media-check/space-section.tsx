import { useState } from 'react';
import { KEPT_DAYS } from '../../domain/media/media-file.ts';
import type { Amount, SpaceToFree } from '../../engine/queries/once/media/space-to-free.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { useToggle } from '../kit/hooks/use-toggle.ts';
import { size } from '../kit/text/file-size.ts';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import type { LiveCheck } from './use-media-check.ts';

/** Deleted files whose content is still there, and the one step here that cannot be undone. */
export function SpaceSection(props: {
  readonly space: SpaceToFree;
  readonly live: LiveCheck;
  readonly isBusy: boolean;
}) {
  const dialog = useToggle();
  const { old, recent } = props.space;
  const files = old.files + recent.files;
  if (files === 0) return null;
  return (
    <section className="media-section" aria-labelledby="space">
      <h2 id="space">{t`Deleted files`}</h2>
      <p className="soft">
        {plural(
          files,
          '# deleted file ({size}) is still on this disk, so that deleting can be undone.',
          '# deleted files ({size}) are still on this disk, so that deleting can be undone.',
          { size: size(old.bytes + recent.bytes) },
        )}
      </p>
      <p className="actions">
        <button
          type="button"
          disabled={props.isBusy}
          onClick={dialog.open}
        >{t`Free space…`}</button>
      </p>
      {dialog.isOpen && <FreeSpace space={props.space} live={props.live} onClose={dialog.close} />}
    </section>
  );
}

function FreeSpace(props: {
  readonly space: SpaceToFree;
  readonly live: LiveCheck;
  readonly onClose: () => void;
}) {
  const engine = useEngine();
  const announce = useAnnounce();
  const { old, recent } = props.space;
  const [withRecent, setWithRecent] = useState(old.files === 0);
  const files = old.files + (withRecent ? recent.files : 0);
  const bytes = old.bytes + (withRecent ? recent.bytes : 0);

  async function free(): Promise<void> {
    props.onClose();
    const freed = await props.live.run(() => engine.run('freeSpace', { withRecent }));
    if (freed !== undefined) announce(t`Freed ${size(freed)}.`);
  }

  return (
    <Dialog title={t`Free space`} onClose={props.onClose}>
      <div className="free-space">
        {old.files > 0 && (
          <p>
            {t`${amount(old)} deleted more than ${KEPT_DAYS} days ago, or left over from steps that were undone.`}
          </p>
        )}
        {old.files === 0 && <p>{t`${amount(recent)} deleted in the last ${KEPT_DAYS} days.`}</p>}
        {old.files > 0 && recent.files > 0 && (
          <label className="choice">
            <input
              type="checkbox"
              checked={withRecent}
              onChange={() => setWithRecent(!withRecent)}
            />
            <span>{t`Also ${amount(recent)} deleted in the last ${KEPT_DAYS} days`}</span>
          </label>
        )}
        <p>
          {phrase`${begin(<strong />)}This cannot be undone.${END} If you undo the deletion of such a file later, its name comes back, but not its content.`}
        </p>
        <p className="actions">
          <button
            type="button"
            className="destructive"
            onClick={() => void free()}
          >{t`Remove ${plural(files, '# file')} for good (${size(bytes)})`}</button>
          <button type="button" className="quiet" onClick={props.onClose}>{t`Keep them`}</button>
        </p>
      </div>
    </Dialog>
  );
}

function amount({ files, bytes }: Amount): string {
  return `${plural(files, '# file')} (${size(bytes)})`;
}
