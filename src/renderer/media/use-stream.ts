import { useEffect, useState } from 'react';
import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** What is taken up: by the microphone, by the camera with or without it. */
export type RecorderKind = 'sound' | 'film' | 'picture';

export type StreamState =
  | { readonly state: 'asking' }
  | { readonly state: 'open'; readonly stream: MediaStream }
  | { readonly state: 'failed'; readonly problem: Problem };

/**
 * Asks for the devices while the component lives, and lets them go with it, so that no light stays
 * on. `attempt`: another number asks again.
 */
export function useStream(kind: RecorderKind, attempt: number): StreamState {
  const [state, setState] = useState<StreamState>({ state: 'asking' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is asked for anew.
  useEffect(() => {
    let stream: MediaStream | undefined;
    let isGone = false;
    setState({ state: 'asking' });
    openStream(kind).then(
      (opened) => {
        if (isGone) stopTracks(opened);
        else setState({ state: 'open', stream: opened });
        stream = opened;
      },
      (error: unknown) => {
        if (!isGone) setState({ state: 'failed', problem: deviceProblem(error, kind) });
      },
    );
    return () => {
      isGone = true;
      if (stream) stopTracks(stream);
    };
  }, [kind, attempt]);
  return state;
}

async function openStream(kind: RecorderKind): Promise<MediaStream> {
  // A page that is not secure, or a browser that forbids it, has none.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new DOMException('no devices', 'NotSupportedError');
  return devices.getUserMedia({
    audio: kind !== 'picture',
    video: kind === 'sound' ? false : { width: { ideal: kind === 'film' ? 1280 : 1920 } },
  });
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

const NAMES: Readonly<Record<RecorderKind, string>> = {
  sound: 'microphone',
  film: t`camera with a microphone`,
  picture: 'camera',
};
const KEPT = t`Nothing was recorded; your note is as it was.`;

/** Why no device can be used. Names as the Media Capture specification gives them. */
export function deviceProblem(error: unknown, kind: RecorderKind): Problem {
  const name = error instanceof Error ? error.name : String(error);
  const device = NAMES[kind];
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return {
      what: t`Rounds may not use the ${device}: it was refused.`,
      kept: KEPT,
      todo: t`Allow it in the privacy settings of the browser or of the system, then try again.`,
    };
  }
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    return {
      what: t`No ${device} was found.`,
      kept: KEPT,
      todo: t`Connect one and try again, or attach a file that you recorded elsewhere.`,
    };
  }
  if (name === 'NotReadableError' || name === 'AbortError') {
    return {
      what: t`The ${device} could not be started; another program may be using it.`,
      kept: KEPT,
      todo: t`Close that program, then try again.`,
    };
  }
  return {
    what: t`This browser does not let Rounds record (${name}).`,
    kept: KEPT,
    todo: t`Record with another program, and attach the file.`,
  };
}
