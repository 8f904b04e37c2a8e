import { useEffect, useState } from 'react';
import { t } from '../../kernel/texts.ts';
import { focusOnMount, Playback, Viewfinder } from './previews.tsx';
import { type Recording, useRecording } from './use-recording.ts';

/** Starts and stops a recording of the stream, and plays it before it is used. */
export function Tape(props: {
  readonly kind: 'sound' | 'film';
  readonly stream: MediaStream;
  readonly onKeep: (blob: Blob) => void;
}) {
  const { recording, start, stop, discard } = useRecording(props.stream);
  const isFilm = props.kind === 'film';
  return (
    <>
      {isFilm && recording.state !== 'done' && <Viewfinder stream={props.stream} />}
      {recording.state === 'done' && <Playback blob={recording.blob} isFilm={isFilm} />}
      <p role="status">{wordsOf(recording)}</p>
      <p className="actions">
        {recording.state === 'recording' ? (
          <button type="button" className="primary" data-first onClick={stop}>
            {t`Stop `}
            <Elapsed />
          </button>
        ) : recording.state === 'done' ? (
          <>
            <button
              type="button"
              className="primary"
              ref={focusOnMount}
              onClick={() => props.onKeep(recording.blob)}
            >{t`Use it`}</button>
            <button type="button" onClick={discard}>{t`Record again`}</button>
          </>
        ) : (
          <button
            type="button"
            className="primary"
            ref={focusOnMount}
            onClick={start}
          >{t`Record`}</button>
        )}
      </p>
    </>
  );
}

/** The time since it is on screen. */
function Elapsed() {
  const [startedAt] = useState(() => performance.now());
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(
      () => setSeconds(Math.floor((performance.now() - startedAt) / 1000)),
      250,
    );
    return () => clearInterval(timer);
  }, [startedAt]);
  return (
    <span className="number" aria-hidden="true">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  );
}

function wordsOf(recording: Recording): string {
  switch (recording.state) {
    case 'ready':
      return t`Ready.`;
    case 'recording':
      return t`Recording…`;
    case 'done':
      return recording.isFull
        ? t`Recorded as much as one file may hold. Play it, then use it or record again.`
        : t`Recorded. Play it, then use it or record again.`;
    case 'failed':
      return t`Nothing came from the device. Check that it is on, then record again.`;
  }
}
