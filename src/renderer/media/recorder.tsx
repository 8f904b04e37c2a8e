import { useState } from 'react';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';
import { useEngine } from '../engine.tsx';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { PictureTaker } from './picture-taker.tsx';
import { Tape } from './tape.tsx';
import { type RecorderKind, useStream } from './use-stream.ts';
import './recorder.css';

const TITLES: Readonly<Record<RecorderKind, string>> = {
  sound: t`Record sound`,
  film: t`Record a film`,
  picture: t`Take a picture`,
};

/**
 * Records a sound or film, or takes a picture, and hands it over as a file with a name of its own.
 * Asks for the microphone or camera when it opens, and lets it go when it closes.
 */
export function Recorder(props: {
  readonly kind: RecorderKind;
  readonly onDone: (file: File) => void;
  readonly onClose: () => void;
}) {
  const { kind } = props;
  const { clock } = useEngine();
  const [attempt, setAttempt] = useState(0);
  const device = useStream(kind, attempt);

  function keep(blob: Blob): void {
    props.onDone(new File([blob], recordingName(kind, blob.type, clock()), { type: blob.type }));
    props.onClose();
  }

  return (
    <Dialog title={TITLES[kind]} onClose={props.onClose}>
      <div className="recorder">
        {device.state === 'asking' && (
          <p role="status">
            {kind === 'sound' ? t`Asking for the microphone…` : t`Asking for the camera…`}
          </p>
        )}
        {device.state === 'failed' && (
          <>
            <ProblemNote problem={device.problem} />
            <p className="actions">
              <button type="button" onClick={() => setAttempt(attempt + 1)}>{t`Try again`}</button>
            </p>
          </>
        )}
        {device.state === 'open' &&
          (kind === 'picture' ? (
            <PictureTaker stream={device.stream} onKeep={keep} />
          ) : (
            <Tape kind={kind} stream={device.stream} onKeep={keep} />
          ))}
      </div>
    </Dialog>
  );
}

const WORDS: Readonly<Record<RecorderKind, string>> = {
  sound: 'recording',
  film: 'film',
  picture: 'picture',
};

/** 'recording 2026-03-02 14.05.09.weba': local time, so that the files sort and can be told apart. */
export function recordingName(kind: RecorderKind, type: string, now: ClockReading): string {
  const local = new Date(now.atMillis + now.utcOffsetMinutes * MILLIS_PER_MINUTE).toISOString();
  const [day, time = ''] = local.split('T');
  const ending = type.startsWith('image/') ? 'jpg' : kind === 'sound' ? 'weba' : 'webm';
  return `${WORDS[kind]} ${day} ${time.slice(0, 8).replaceAll(':', '.')}.${ending}`;
}
