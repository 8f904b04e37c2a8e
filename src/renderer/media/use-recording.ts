import { useEffect, useRef, useState } from 'react';
import { MAX_MEDIA_BYTES } from '../../domain/media/admit.ts';

export type Recording =
  | { readonly state: 'ready' }
  | { readonly state: 'recording' }
  /** `isFull`: it was ended because a file may not be larger. */
  | { readonly state: 'done'; readonly blob: Blob; readonly isFull: boolean }
  | { readonly state: 'failed' };

/** Room for what a browser adds to the last piece. */
const ENOUGH_BYTES = MAX_MEDIA_BYTES - 4 * 1024 * 1024;
const SPOKEN_BITS_A_SECOND = 64_000;
const FILM_BITS_A_SECOND = 1_500_000;
const PIECE_MILLIS = 500;

/** Records a stream in the first of the formats that this browser writes. */
export function useRecording(stream: MediaStream | undefined): {
  readonly recording: Recording;
  readonly start: () => void;
  readonly stop: () => void;
  readonly discard: () => void;
} {
  const [recording, setRecording] = useState<Recording>({ state: 'ready' });
  const recorder = useRef<MediaRecorder>(undefined);

  useEffect(
    () => () => {
      // What ends with the dialog is wanted by nobody.
      const running = recorder.current;
      if (!running) return;
      running.ondataavailable = running.onstop = running.onerror = null;
      if (running.state !== 'inactive') running.stop();
    },
    [],
  );

  function start(): void {
    if (!stream) return;
    const pieces: Blob[] = [];
    let bytes = 0;
    let isFull = false;
    const running = recorderOf(stream);
    if (!running) {
      setRecording({ state: 'failed' });
      return;
    }
    running.ondataavailable = ({ data }) => {
      pieces.push(data);
      bytes += data.size;
      if (running.state === 'recording' && bytes > ENOUGH_BYTES) {
        isFull = true;
        running.stop();
      }
    };
    running.onstop = () => {
      const blob = new Blob(pieces, { type: running.mimeType });
      setRecording(blob.size > 0 ? { state: 'done', blob, isFull } : { state: 'failed' });
    };
    running.onerror = () => setRecording({ state: 'failed' });
    recorder.current = running;
    setRecording({ state: 'recording' });
    running.start(PIECE_MILLIS);
  }

  return {
    recording,
    start,
    stop: () => {
      if (recorder.current?.state === 'recording') recorder.current.stop();
    },
    discard: () => setRecording({ state: 'ready' }),
  };
}

/** Ready to start; undefined where the device has gone meanwhile. */
function recorderOf(stream: MediaStream): MediaRecorder | undefined {
  if (!stream.active) return undefined;
  const type = formatFor(stream);
  return new MediaRecorder(stream, {
    ...(type === undefined ? {} : { mimeType: type }),
    audioBitsPerSecond: SPOKEN_BITS_A_SECOND,
    videoBitsPerSecond: FILM_BITS_A_SECOND,
  });
}

/**
 * Opus and VP8 in WebM, which Chromium both writes and plays, without much work for an old computer;
 * undefined leaves it to the browser.
 */
function formatFor(stream: MediaStream): string | undefined {
  const formats =
    stream.getVideoTracks().length > 0
      ? ['video/webm;codecs=vp8,opus', 'video/webm']
      : ['audio/webm;codecs=opus', 'audio/webm'];
  return formats.find((type) => MediaRecorder.isTypeSupported(type));
}
