/** Where the `src` of a picture, sound or film leads. */
export type MediaSource =
  /** A file of the collection's own media. */
  | { readonly kind: 'name'; readonly name: string }
  /** A small picture written out in the text. */
  | { readonly kind: 'inline' }
  /** Anywhere else; `host` is '' where the address names none. Never followed. */
  | { readonly kind: 'refused'; readonly host: string };

/** In characters: about 150 kB of picture. Larger ones belong among the media. */
const MAX_INLINE_LENGTH = 200_000;
const INLINE_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]+$/i;
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i;
/** Folders, and what may not stand in a file's name at all. */
const NOT_IN_A_NAME = /[/\\:\p{Cc}]/u;

/** Reads a `src` as written in a field, where Anki writes names with or without percent signs. */
export function mediaSource(src: string): MediaSource {
  const text = src.trim();
  if (text.length <= MAX_INLINE_LENGTH && INLINE_PICTURE.test(text)) return { kind: 'inline' };
  if (ADDRESS.test(text)) return { kind: 'refused', host: hostOf(text) };
  const name = mediaNameOf(unescaped(text));
  return name === undefined ? { kind: 'refused', host: '' } : { kind: 'name', name };
}

/** `text` as a media file is called, or undefined where no file can be called so. */
export function mediaNameOf(text: string): string | undefined {
  const name = text.trim().normalize('NFC');
  return name === '' || /^\.+$/.test(name) || NOT_IN_A_NAME.test(name) ? undefined : name;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hostOf(address: string): string {
  const text = /^[/\\]{2}/.test(address) ? `https:${address}` : address;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.host : '';
}
