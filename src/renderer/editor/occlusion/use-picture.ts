import { useEffect, useState } from 'react';
import type { Size } from './canvas/use-view.ts';

/** How far the picture has come. Its size is in its own pixels. */
export type Picture =
  | { readonly state: 'none' | 'loading' | 'broken' }
  | { readonly state: 'shown'; readonly url: string; readonly size: Size };

/** The picture at `url` once it is decoded, so that nothing is drawn on one that cannot be shown. */
export function usePicture(url: string | undefined): Picture {
  const [read, setRead] = useState<{ readonly url: string; readonly size: Size | undefined }>();
  useEffect(() => {
    if (url === undefined) return;
    const image = new Image();
    image.onload = () => {
      const size = { width: image.naturalWidth, height: image.naturalHeight };
      setRead({ url, size: size.width > 0 && size.height > 0 ? size : undefined });
    };
    image.onerror = () => setRead({ url, size: undefined });
    image.src = url;
    return () => {
      image.onload = null;
      image.onerror = null;
    };
  }, [url]);
  if (url === undefined) return { state: 'none' };
  if (read?.url !== url) return { state: 'loading' };
  return read.size ? { state: 'shown', url, size: read.size } : { state: 'broken' };
}
