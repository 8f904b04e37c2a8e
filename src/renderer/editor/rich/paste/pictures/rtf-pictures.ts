/**
 * The pictures of a text as office programs write it beside the HTML (RTF 1.9.1: `{\pict\pngblip …}` in
 * hexadecimal digits), in their order; undefined for each that is no PNG or JPEG, or torn. None at all
 * where the text is longer, or has more pieces or groups in each other, than any that a person copies.
 */
export function picturesOfRtf(rtf: string): readonly (File | undefined)[] {
  if (rtf.length > MAX_CHARACTERS || !rtf.includes('\\pict')) return [];
  const found: (File | undefined)[] = [];
  const groups: Group[] = [];
  let pieces = 0;
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(rtf); match; match = PIECE.exec(rtf)) {
    pieces += 1;
    if (pieces > MAX_PIECES || groups.length > MAX_DEPTH) return [];
    const [piece, word, number] = match;
    const group = groups.at(-1);
    if (piece === '{') {
      groups.push({ isSkipped: group?.isSkipped === true || group?.picture !== undefined });
    } else if (piece === '}') {
      const ended = groups.pop();
      if (ended?.picture && !ended.isSkipped) found.push(fileOf(ended.picture));
      if (found.length > MAX_PICTURES) return [];
    } else if (word === 'bin') {
      PIECE.lastIndex += Math.min(Math.max(0, Number(number) || 0), rtf.length);
      if (group?.picture) group.picture.isBinary = true;
    } else if (group === undefined || group.isSkipped) continue;
    else if (word === 'pict') group.picture ??= { digits: [], type: undefined, isBinary: false };
    else if (word !== undefined && SKIPPED.has(word)) group.isSkipped = true;
    else if (group.picture && word !== undefined) group.picture.type ??= TYPES.get(word);
    else if (group.picture) group.picture.digits.push(piece);
  }
  return found;
}

interface Group {
  /** Nothing in it stands in the text, or it says again what stands before it. */
  isSkipped: boolean;
  picture?: Picture;
}
interface Picture {
  readonly digits: string[];
  type: string | undefined;
  /** Its bytes stand in the text as they are, which a clipboard's text does not keep. */
  isBinary: boolean;
}

/** 60 MB of pictures; Word writes some 50,000 pieces before the first letter. */
const MAX_CHARACTERS = 120_000_000;
const MAX_PIECES = 2_000_000;
const MAX_DEPTH = 500;
const MAX_PICTURES = 500;

/** A bracket; a control word with its number and the space that ends it; another control; text. */
const PIECE = /[{}]|\\([a-z]{1,32})(-?\d{1,10})? ?|\\[\s\S]|[^\\{}]+|\\/gi;

/** `nonshppict` has the picture before it again, for old readers; `listpicture` is a bullet. */
const SKIPPED: ReadonlySet<string> = new Set(['nonshppict', 'listpicture', 'template', 'objdata']);
const TYPES: ReadonlyMap<string, string> = new Map([
  ['pngblip', 'image/png'],
  ['jpegblip', 'image/jpeg'],
]);
/** How the bytes of each begin. */
const BEGINNINGS: ReadonlyMap<string, string> = new Map([
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
]);

function fileOf({ digits, type, isBinary }: Picture): File | undefined {
  if (type === undefined || isBinary) return undefined;
  const hex = digits.join('').replace(/\s+/g, '').toLowerCase();
  if (!hex.startsWith(BEGINNINGS.get(type) ?? ' ') || hex.length % 2 === 1) return undefined;
  if (/[^\da-f]/.test(hex)) return undefined;
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = digit(hex, 2 * at) * 16 + digit(hex, 2 * at + 1);
  return new File([bytes], `pasted.${type === 'image/png' ? 'png' : 'jpg'}`, { type });
}

function digit(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code <= 57 ? code - 48 : code - 87;
}
