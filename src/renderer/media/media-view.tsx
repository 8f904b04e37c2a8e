import { useState } from 'react';
import type { MediaFile } from '../../domain/media/media-file.ts';
import { isMediaType } from '../../domain/media/media-kinds.ts';
import { DRAWING_ADDRESS } from '../../domain/media/plain-drawing.ts';
import { t } from '../../kernel/texts.ts';
import { useMediaUrl } from './media-urls.ts';
import './media-view.css';

/** A picture, sound or film by itself, or a sentence where it cannot be shown. */
export function MediaView({ file }: { readonly file: Pick<MediaFile, 'id' | 'type'> }) {
  const url = useMediaUrl(file.id);
  const [broken, setBroken] = useState<string>();
  const isDrawing = url?.startsWith(DRAWING_ADDRESS) === true;
  if (!isMediaType(file.type) && !isDrawing) {
    if (url === undefined) return null;
    return (
      <p className="soft">
        <bdi>{file.id}</bdi>
        {t` is kept, and is of a kind that Rounds does not show.`}
      </p>
    );
  }
  if (url === undefined) return null;
  if (url === null || broken === url) {
    return (
      <p className="soft">
        <bdi>{file.id}</bdi>
        {t` cannot be shown: its content is gone from this disk or damaged.`}
      </p>
    );
  }
  const shared = { src: url, className: 'media-view', onError: () => setBroken(url) };
  if (isDrawing || file.type.startsWith('image/')) return <img {...shared} alt={file.id} />;
  const player = { ...shared, controls: true, 'aria-label': file.id };
  if (file.type.startsWith('video/')) {
    return <video {...player} />;
  }
  return <audio {...player} />;
}
