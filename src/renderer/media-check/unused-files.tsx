import { useState } from 'react';
import type { MediaFile } from '../../domain/media/media-file.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { FileName, FileSection } from './file-list.tsx';
import { size } from '../kit/text/file-size.ts';
import type { LiveCheck } from './use-media-check.ts';

/** Files that nothing refers to, to be deleted but for those the person keeps. */
export function UnusedFiles(props: {
  readonly files: readonly MediaFile[];
  readonly live: LiveCheck;
  readonly isBusy: boolean;
}) {
  const engine = useEngine();
  const announce = useAnnounce();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const chosen = props.files.filter((file) => !kept.has(file.id));
  const bytes = chosen.reduce((sum, file) => sum + file.bytes, 0);

  async function remove(): Promise<void> {
    const names = chosen.map((file) => file.id);
    const deleted = await props.live.run((watch) => engine.run('deleteUnused', names, watch));
    if (deleted) announce(t`Deleted ${plural(deleted.length, '# file')}. Undo brings them back.`);
  }

  function toggle(name: string): void {
    const next = new Set(kept);
    if (!next.delete(name)) next.add(name);
    setKept(next);
  }

  return (
    <FileSection
      title={t`Unused`}
      meaning={t`Nothing refers to these files. They may be deleted; undo brings them back.`}
      rows={props.files}
      keyOf={(file) => file.id}
      render={(file) => (
        <>
          <input
            type="checkbox"
            aria-label={t`Delete ${file.id}`}
            checked={!kept.has(file.id)}
            onChange={() => toggle(file.id)}
          />
          <FileName file={file} />
          <span className="details soft number">{size(file.bytes)}</span>
        </>
      )}
    >
      <p className="actions">
        <button
          type="button"
          className="destructive"
          disabled={props.isBusy || chosen.length === 0}
          onClick={() => void remove()}
        >
          {chosen.length === 0
            ? t`Nothing chosen`
            : t`Delete ${plural(chosen.length, '# unused file')} (${size(bytes)})`}
        </button>
        {props.files.length > 1 && (
          <button
            type="button"
            className="quiet"
            onClick={() =>
              setKept(new Set(chosen.length === 0 ? [] : props.files.map((file) => file.id)))
            }
          >
            {chosen.length === 0 ? t`Choose all` : t`Choose none`}
          </button>
        )}
      </p>
    </FileSection>
  );
}
