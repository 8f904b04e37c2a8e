import {
  extensionOf,
  extensionsOf,
  kindOfType,
  MEDIA_EXTENSIONS,
  type MediaType,
} from './media-kinds.ts';
import type { MediaFile, MediaName } from './media-file.ts';

/** In UTF-8. What Anki accepts in an archive, so that every file can be exported. */
export const MAX_NAME_BYTES = 120;

/**
 * The name under which a file is kept: one part without folders, NFC, at most MAX_NAME_BYTES, safe
 * on every file system and inside a reference (`src="…"`, `[sound:…]`), with an ending that tells
 * the file's true `type`. A name that is so already stays as it is.
 */
export function mediaNameFrom(fileName: string, type: MediaType): MediaName {
  const name = trimmed(cleaned(fileName).replace(/\s+/g, ' '));
  const endings = extensionsOf(type);
  const extension = extensionOf(name);
  const dot = name.lastIndexOf('.');
  const ending = endings.includes(extension) ? name.slice(dot) : `.${endings[0]}`;
  const stem = MEDIA_EXTENSIONS.includes(extension) ? name.slice(0, dot) : name;
  return assembled(stem, ending, kindOfType(type));
}

/** A safe name for a file of whatever type; the ending stays as it is. */
export function safeNameFrom(fileName: string): MediaName {
  const name = cleaned(fileName);
  if (isSafeMediaName(name)) return name;
  const { stem, ending } = parted(name);
  // An ending that would fill the whole name is none.
  return utf8Bytes(ending) <= MAX_NAME_BYTES / 2
    ? assembled(stem, ending, 'file')
    : assembled(stem + ending, '', 'file');
}

/** Whether a name may be used as it stands; `mediaNameFrom` gives no other. */
export function isSafeMediaName(name: string): name is MediaName {
  return (
    name !== '' && name === cleaned(name) && utf8Bytes(name) <= MAX_NAME_BYTES && !isDevice(name)
  );
}

/**
 * What a file named `name` may be called, best first: so, or with the beginning of its hash (64 hex
 * digits) behind the name.
 */
export function candidatesFor(name: MediaName, sha256: string): MediaName[] {
  const { stem, ending } = parted(name);
  const longer = [8, 16, 64].map((digits) =>
    assembled(stem, `-${sha256.slice(0, digits)}${ending}`, 'file'),
  );
  return [name, ...longer];
}

/**
 * The first of `candidatesFor` that is free among `taken`, or the name that these very bytes have
 * there already. Names that differ in case alone count as the same, because file systems differ in
 * that. undefined: others have them all, which does not happen by chance.
 */
export function freeName(
  name: MediaName,
  sha256: string,
  taken: Iterable<Pick<MediaFile, 'id' | 'sha256'>>,
): MediaName | undefined {
  const byName = new Map([...taken].map((file) => [file.id.toLowerCase(), file]));
  for (const candidate of candidatesFor(name, sha256)) {
    const holder = byName.get(candidate.toLowerCase());
    if (!holder) return candidate;
    if (holder.sha256 === sha256) return holder.id;
  }
  return undefined;
}

/**
 * Names that differ in case, spaces, folders, percent signs, composition or in `jpg` and `jpeg`
 * alone are the same folded: one is likely to be meant by the other.
 */
export function foldedName(name: string): string {
  const folded = cleaned(unescaped(name).normalize('NFKC')).toLowerCase();
  const { stem, ending } = parted(folded.replace(/[\s_]+/g, '_'));
  return stem + (ending === '.jpeg' ? '.jpg' : ending);
}

/** Length in bytes as UTF-8; a lone surrogate counts 3, as what replaces it. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Control, format (bidi, zero width), lone surrogates, line separators: never seen, so left out. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Reserved by a file system, or with a meaning inside `[sound:…]`, a cloze or a URL. */
const RESERVED = /[<>:"|?*^[\]{}]|%(?=[0-9a-f]{2})/gi;
/** Names of Windows devices, whatever ending follows. */
const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i;

/** Without folders and whatever may not stand in a name; neither its length nor devices are seen to. */
function cleaned(fileName: string): string {
  const seen = fileName.normalize('NFC').replace(UNSEEN, '').normalize('NFC');
  const last = seen.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? '';
  return trimmed(last.replace(RESERVED, '_'));
}

/** Hidden files begin with a dot; Windows takes dots and spaces off the end. */
function trimmed(name: string): string {
  return name.replace(/^[.\s]+|[.\s]+$/g, '');
}

function parted(name: string): { readonly stem: string; readonly ending: string } {
  const extension = extensionOf(name);
  return extension === ''
    ? { stem: name, ending: '' }
    : { stem: name.slice(0, -extension.length - 1), ending: name.slice(-extension.length - 1) };
}

function isDevice(name: string): boolean {
  return DEVICES.test((name.split('.')[0] ?? '').trim());
}

/** `stem` shortened as needed, so that `ending` stays whole. */
function assembled(stem: string, ending: string, fallback: string): MediaName {
  const whole = notADevice(trimmed(stem) || fallback);
  const room = MAX_NAME_BYTES - utf8Bytes(ending);
  if (utf8Bytes(whole) <= room) return `${whole}${ending}` as MediaName;
  const letters = [...whole];
  // One byte less, because what is left may be a device's name.
  for (let bytes = utf8Bytes(whole); bytes >= room; ) bytes -= utf8Bytes(letters.pop() ?? '');
  return `${notADevice(trimmed(letters.join('')) || fallback)}${ending}` as MediaName;
}

function notADevice(stem: string): string {
  return isDevice(stem) ? stem.replace(/^[^.]*/, (device) => `${device.trim()}_`) : stem;
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
