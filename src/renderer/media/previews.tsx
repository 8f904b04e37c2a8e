import { useEffect, useMemo, useRef } from 'react';
import { t } from '../../kernel/texts.ts';

/** What the camera sees, as a mirror does not: what is written stays readable. */
export function Viewfinder({ stream }: { readonly stream: MediaStream }) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.srcObject = stream;
  }, [stream]);
  return (
    <video ref={ref} className="media-view" autoPlay muted playsInline aria-label={t`Camera`} />
  );
}

/** What was recorded, to be heard or seen before it is used. */
export function Playback({ blob, isFilm }: { readonly blob: Blob; readonly isFilm: boolean }) {
  const player = {
    src: useObjectUrl(blob),
    className: 'media-view',
    controls: true,
    'aria-label': t`Your recording`,
  };
  return isFilm ? <video {...player} /> : <audio {...player} />;
}

/** An address for what is not kept yet, as long as the component lives. */
export function useObjectUrl(blob: Blob): string {
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}

/** The button that comes next has the focus, so that Space or Enter goes on. */
export function focusOnMount(button: HTMLButtonElement | null): void {
  button?.focus();
}
