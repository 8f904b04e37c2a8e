import { useEffect, useState } from 'react';
import { extensionOf, isMediaType } from '../../domain/media/media-kinds.ts';
import {
  DRAWING_ADDRESS,
  isPlainDrawing,
  MOST_DRAWING_BYTES,
} from '../../domain/media/plain-drawing.ts';
import type { Engine } from '../../engine/engine.ts';
import type { MediaContent } from '../../engine/queries/once/media/media.ts';
import { useEngine } from '../engine.tsx';
import { useQuery } from '../live.ts';

/**
 * Gives media files an address for as long as the component lives: a blob: address, or undefined
 * where the collection has no such file or its content is gone. The function stays the same one, and
 * looks each time it is called. Beyond `most` the addresses asked for first are given back.
 */
export function useMediaUrls(most = MOST_AT_ONCE): (name: string) => Promise<string | undefined> {
  const engine = useEngine();
  const [lease] = useState(() => new Lease((name) => contentOf(engine, name), most));
  useEffect(() => {
    lease.begin();
    return () => lease.end();
  }, [lease]);
  return lease.urlOf;
}

/** One file's address, live: null where it is missing, undefined until that is known. */
export function useMediaUrl(name: string): string | null | undefined {
  const file = useQuery('mediaFile', { name });
  const urlOf = useMediaUrls();
  const [found, setFound] = useState<{ readonly key: string; readonly url: string | null }>();
  const key = file ? `${file.id}:${file.sha256}` : '';
  useEffect(() => {
    if (key === '') return;
    let isGone = false;
    void urlOf(name).then((url) => !isGone && setFound({ key, url: url ?? null }));
    return () => {
      isGone = true;
    };
  }, [name, key, urlOf]);
  if (!file) return file;
  return found?.key === key ? found.url : undefined;
}

async function contentOf(engine: Engine, name: string): Promise<MediaContent | undefined> {
  const found = await engine.ask('mediaContent', { name });
  return found.ok ? found.value : undefined;
}

/** A session shows many pictures; the addresses of those long gone are given back. */
const MOST_AT_ONCE = 200;

/** The addresses one component uses. */
class Lease {
  private readonly read: (name: string) => Promise<MediaContent | undefined>;
  private readonly most: number;
  private readonly keys = new Set<string>();
  private isOver = false;

  constructor(read: (name: string) => Promise<MediaContent | undefined>, most: number) {
    this.read = read;
    this.most = most;
  }

  begin(): void {
    this.isOver = false;
  }

  end(): void {
    this.isOver = true;
    for (const key of this.keys) release(key);
    this.keys.clear();
  }

  readonly urlOf = async (name: string): Promise<string | undefined> => {
    const content = await this.read(name);
    const drawing = content && (await drawingIn(content));
    if (!content || this.isOver) return undefined;
    if (drawing !== undefined) return drawing;
    const key = keyOf(content);
    const isOwn = this.keys.delete(key);
    this.keys.add(key);
    const url = isOwn ? inUse.get(key)?.url : take(key, content.blob);
    const [oldest] = this.keys;
    if (this.keys.size > this.most && oldest !== undefined) {
      this.keys.delete(oldest);
      release(oldest);
    }
    return url;
  };
}

/**
 * The address of a plain drawing: its own text, which is a picture and, unlike a blob: address, can be
 * opened as no page of Rounds' own. undefined: it is none.
 */
async function drawingIn({ file, blob }: MediaContent): Promise<string | undefined> {
  if (isMediaType(file.type) || extensionOf(file.id) !== 'svg') return undefined;
  if (blob.size > MOST_DRAWING_BYTES) return undefined;
  const text = await blob.text().catch(() => '');
  return isPlainDrawing(text) ? DRAWING_ADDRESS + encodeURIComponent(text) : undefined;
}

/** What is shown anywhere, once for each content and type. */
const inUse = new Map<string, { readonly url: string; users: number }>();

function keyOf({ file }: MediaContent): string {
  return `${file.sha256}:${file.type}`;
}

function take(key: string, blob: Blob): string {
  const entry = inUse.get(key) ?? { url: URL.createObjectURL(blob), users: 0 };
  entry.users += 1;
  inUse.set(key, entry);
  return entry.url;
}

function release(key: string): void {
  const entry = inUse.get(key);
  if (!entry) return;
  entry.users -= 1;
  if (entry.users > 0) return;
  URL.revokeObjectURL(entry.url);
  inUse.delete(key);
}
