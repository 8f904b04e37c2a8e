import { useRef, useState } from 'react';
import { t } from '../../kernel/texts.ts';
import { focusOnMount, useObjectUrl, Viewfinder } from './previews.tsx';

const QUALITY = 0.9;

/** Shows what the camera sees until a picture is taken of it. */
export function PictureTaker(props: {
  readonly stream: MediaStream;
  readonly onKeep: (blob: Blob) => void;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const [taken, setTaken] = useState<Blob>();
  const [isFailed, setFailed] = useState(false);

  async function take(): Promise<void> {
    const video = holder.current?.querySelector('video');
    const blob = video && (await frameOf(video));
    setTaken(blob ?? undefined);
    setFailed(!blob);
  }

  return (
    <>
      {taken ? (
        <Taken blob={taken} />
      ) : (
        <div ref={holder}>
          <Viewfinder stream={props.stream} />
        </div>
      )}
      <p role="status">
        {taken && t`Taken. Use it or take another.`}
        {isFailed && t`The camera shows nothing yet. Wait for its picture, then try again.`}
      </p>
      <p className="actions">
        {taken ? (
          <>
            <button
              type="button"
              className="primary"
              ref={focusOnMount}
              onClick={() => props.onKeep(taken)}
            >{t`Use it`}</button>
            <button type="button" onClick={() => setTaken(undefined)}>{t`Take another`}</button>
          </>
        ) : (
          <button
            type="button"
            className="primary"
            ref={focusOnMount}
            onClick={() => void take()}
          >{t`Take the picture`}</button>
        )}
      </p>
    </>
  );
}

function Taken({ blob }: { readonly blob: Blob }) {
  return <img className="media-view" src={useObjectUrl(blob)} alt={t`What the camera saw`} />;
}

/** What a playing video shows now, as JPEG; null where it shows nothing. */
async function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  if (video.videoWidth === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
