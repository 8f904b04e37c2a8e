/** What a file is to a person who meets it on a card. */
export type MediaKind = 'image' | 'audio' | 'video';

interface TypeFacts {
  readonly kind: MediaKind;
  /** Endings that say this type, the usual one first. Lower case, without the dot. */
  readonly extensions: readonly string[];
}

const FACTS = {
  'image/png': { kind: 'image', extensions: ['png'] },
  'image/jpeg': { kind: 'image', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  'image/gif': { kind: 'image', extensions: ['gif'] },
  'image/webp': { kind: 'image', extensions: ['webp'] },
  'image/avif': { kind: 'image', extensions: ['avif'] },
  'image/bmp': { kind: 'image', extensions: ['bmp'] },
  'audio/mpeg': { kind: 'audio', extensions: ['mp3'] },
  'audio/mp4': { kind: 'audio', extensions: ['m4a', 'm4b'] },
  'audio/aac': { kind: 'audio', extensions: ['aac'] },
  'audio/ogg': { kind: 'audio', extensions: ['ogg', 'oga', 'opus'] },
  'audio/wav': { kind: 'audio', extensions: ['wav'] },
  'audio/flac': { kind: 'audio', extensions: ['flac'] },
  // A name that ends in webm is shown as a film.
  'audio/webm': { kind: 'audio', extensions: ['weba'] },
  'video/webm': { kind: 'video', extensions: ['webm'] },
  'video/mp4': { kind: 'video', extensions: ['mp4', 'm4v'] },
} as const satisfies Readonly<Record<string, TypeFacts>>;

/** The types that Rounds keeps and a card can show: Chromium plays them all, and none runs code. */
export type MediaType = keyof typeof FACTS;
export const MEDIA_TYPES = Object.keys(FACTS) as readonly MediaType[];

/** What can be chosen in a file dialog. */
export const MEDIA_EXTENSIONS: readonly string[] = [
  ...new Set(MEDIA_TYPES.flatMap((type) => extensionsOf(type))),
];

export function kindOfType(type: MediaType): MediaKind {
  return FACTS[type].kind;
}

/** Endings that say `type`, the usual one first. */
export function extensionsOf(type: MediaType): readonly string[] {
  return FACTS[type].extensions;
}

export function isMediaType(type: string): type is MediaType {
  return Object.hasOwn(FACTS, type);
}

/** What a name's ending promises, in any case; undefined where it promises nothing known. */
export function kindOfName(name: string): MediaKind | undefined {
  const extension = extensionOf(name);
  const type = MEDIA_TYPES.find((each) => extensionsOf(each).includes(extension));
  return type && kindOfType(type);
}

/** 'png' of 'Scan.PNG'; '' where there is no dot but a leading one. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}
