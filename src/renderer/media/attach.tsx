import { type RefObject, useRef, useState } from 'react';
import { MEDIA_EXTENSIONS } from '../../domain/media/media-kinds.ts';
import { t } from '../../kernel/texts.ts';
import { Recorder } from './recorder.tsx';
import type { RecorderKind } from './use-stream.ts';

const RECORDERS: readonly (readonly [RecorderKind, string])[] = [
  ['sound', t`Record sound`],
  ['picture', t`Take a picture`],
  ['film', t`Record a film`],
];

/**
 * The ways to bring a picture, sound or film into a note besides pasting and dropping. Hands files
 * over as they come; whoever takes them stores them with addMedia.
 */
export function AttachMedia(props: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [recorder, setRecorder] = useState<RecorderKind>();
  return (
    <>
      <button
        type="button"
        className="quiet"
        onClick={() => input.current?.click()}
      >{t`Attach a file…`}</button>
      {RECORDERS.map(([kind, name]) => (
        <button key={kind} type="button" className="quiet" onClick={() => setRecorder(kind)}>
          {name}
        </button>
      ))}
      <FileInput ref={input} onFiles={props.onFiles} />
      {recorder && (
        <Recorder
          kind={recorder}
          onDone={(file) => props.onFiles([file])}
          onClose={() => setRecorder(undefined)}
        />
      )}
    </>
  );
}

/** The browser's own way to choose files, opened by a button elsewhere. */
export function FileInput(props: {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  return (
    <input
      ref={props.ref}
      type="file"
      hidden
      multiple
      aria-label={t`Files to add`}
      accept={MEDIA_EXTENSIONS.map((extension) => `.${extension}`).join()}
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        // So that the same file can be chosen again.
        currentTarget.value = '';
        if (files.length > 0) props.onFiles(files);
      }}
    />
  );
}
