import { useState } from 'react';
import { KEPT_DAYS } from '../../domain/media/media-file.ts';
import type { Amount, SpaceToFree } from '../../engine/queries/once/media/space-to-free.ts';
import { useEngine } from '../engine.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { count } from '../kit/text/format.ts';
import { useToggle } from '../kit/hooks/use-toggle.ts';
import { size } from '../kit/text/file-size.ts';
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
      <h2 id="space">Deleted files</h2>
      <p className="soft">
        {count(files, 'deleted file')} ({size(old.bytes + recent.bytes)}){' '}
        {files === 1 ? 'is' : 'are'} still on this disk, so that deleting can be undone.
      </p>
      <p className="actions">
        <button type="button" disabled={props.isBusy} onClick={dialog.open}>
          Free space…
        </button>
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
    if (freed !== undefined) announce(`Freed ${size(freed)}.`);
  }

  return (
    <Dialog title="Free space" onClose={props.onClose}>
      <div className="free-space">
        {old.files > 0 && (
          <p>
            {amount(old)} deleted more than {KEPT_DAYS} days ago, or left over from steps that were
            undone.
          </p>
        )}
        {old.files === 0 && (
          <p>
            {amount(recent)} deleted in the last {KEPT_DAYS} days.
          </p>
        )}
        {old.files > 0 && recent.files > 0 && (
          <label className="choice">
            <input
              type="checkbox"
              checked={withRecent}
              onChange={() => setWithRecent(!withRecent)}
            />
            <span>
              Also {amount(recent)} deleted in the last {KEPT_DAYS} days
            </span>
          </label>
        )}
        <p>
          <strong>This cannot be undone.</strong> If you undo the deletion of such a file later, its
          name comes back, but not its content.
        </p>
        <p className="actions">
          <button type="button" className="destructive" onClick={() => void free()}>
            Remove {count(files, 'file')} for good ({size(bytes)})
          </button>
          <button type="button" className="quiet" onClick={props.onClose}>
            Keep them
          </button>
        </p>
      </div>
    </Dialog>
  );
}

function amount({ files, bytes }: Amount): string {
  return `${count(files, 'file')} (${size(bytes)})`;
}
