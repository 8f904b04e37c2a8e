import { extensionOf, extensionsOf, type MediaType } from './media-kinds.ts';

/** How much of a file's beginning is looked at. */
export const HEAD_BYTES = 4096;

/** What a file is that is not kept, as far as its beginning tells. */
export type ForeignKind = 'svg' | 'picture' | 'film' | 'pdf' | 'page' | 'unknown';

/**
 * What a file is, told from its first bytes alone (at most HEAD_BYTES of them): never from what its
 * name or sender claims. Signatures: the formats' own specifications, as the WHATWG's MIME
 * Sniffing lists them, and for AVIF, HEIC and MP4 the brands of ISO 14496-12.
 */
export function sniff(head: Uint8Array): MediaType | undefined {
  if (starts(head, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts(head, 0, '\xff\xd8\xff')) return 'image/jpeg';
  if (starts(head, 0, 'GIF87a') || starts(head, 0, 'GIF89a')) return 'image/gif';
  if (starts(head, 0, 'RIFF') && starts(head, 8, 'WEBP')) return 'image/webp';
  if (/^R(?:IFF|F64)[\s\S]{4}WAVE/.test(ascii(head.subarray(0, 12)))) return 'audio/wav';
  if (starts(head, 0, 'fLaC')) return 'audio/flac';
  // Chromium plays no Theora, the one film codec that is usual in Ogg.
  if (starts(head, 0, 'OggS')) return find(head, '\x80theora') ? undefined : 'audio/ogg';
  if (starts(head, 0, EBML)) return webmType(head);
  if (starts(head, 4, 'ftyp')) return boxType(head);
  if (isBitmap(head)) return 'image/bmp';
  if (starts(head, 0, 'ID3')) return 'audio/mpeg';
  return frameType(head);
}

/**
 * Sound and film come in the same containers; where the bytes leave both open, the claimed type or
 * ending decides. It never makes one format another.
 */
export function typeOf(
  head: Uint8Array,
  claim: { readonly name: string; readonly type: string },
): MediaType | undefined {
  const found = sniff(head);
  const sound = found && SOUND_IN[found];
  if (!sound || isFilm(head)) return found;
  const claimed = claim.type.split(';')[0]?.trim().toLowerCase();
  if (claimed === found) return found;
  const extension = extensionOf(claim.name);
  const isSound =
    claimed === sound ||
    (extensionsOf(sound).includes(extension) && !extensionsOf(found).includes(extension));
  return isSound ? sound : found;
}

/** What a file is of which `sniff` knows no type. */
export function foreignKindOf(head: Uint8Array): ForeignKind {
  if (HEIC_BRANDS.some((brand) => starts(head, 4, `ftyp${brand}`))) return 'picture';
  if (starts(head, 4, 'ftyp')) return 'film';
  if (starts(head, 0, 'II*\0') || starts(head, 0, 'MM\0*')) return 'picture';
  if (starts(head, 0, EBML) || starts(head, 0, 'OggS')) return 'film';
  if (starts(head, 0, 'RIFF') && starts(head, 8, 'AVI ')) return 'film';
  if (starts(head, 0, '%PDF-')) return 'pdf';
  const text = ascii(head).toLowerCase();
  if (/<([\w-]+:)?svg[\s>/]/.test(text)) return 'svg';
  return /^(\xef\xbb\xbf)?\s*<[a-z!?]/.test(text) ? 'page' : 'unknown';
}

const EBML = '\x1a\x45\xdf\xa3';

/** Film types whose container also holds sound alone. */
const SOUND_IN: { readonly [type in MediaType]?: MediaType } = {
  'video/webm': 'audio/webm',
  'video/mp4': 'audio/mp4',
};

/**
 * Major brands of films as MP4 (the MP4 Registration Authority's table): ISO's own and their codecs',
 * streamed pieces, phones' 3GPP, Adobe's, Sony's, Microsoft's, Apple's but QuickTime's.
 */
const MP4_BRAND =
  /^(?:iso[m2-9a-c]|mp4[12]|mp71|mp21|mmp4|avc[1-4]|hvc[12]|hev[12]|av01|vp09|dby1|dash|msdh|msix|cmf[2cfs]|hlsf|piff|isml|ccff|cfhd|chdf|lmsg|risx|sisx|ssss|dv[br]1|3g[2eghmprst6][\w ]|3gp\d|f4[vp] |M4V[ HP]|MSNV|ND[ASX][CHMPS]|XAVC|KDDI|CAEP|caqv|niko|pana|LCAG|isc2|SDV |dsms|ifrm|sims|MPPI|ROSS|emsg|mif2)$/i;
const SOUND_BRAND = /^(?:M4[ABP]|F4[AB]) $/;
const AVIF_BRANDS = ['avif', 'avis'];
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'miaf'];

/**
 * The major brand decides. Pictures may name theirs among the compatible ones only, and so may a film
 * whose major brand is its maker's own; QuickTime's and a raw picture's are never taken for one.
 */
function boxType(head: Uint8Array): MediaType | undefined {
  const major = ascii(head.subarray(8, 12));
  const compatible = ascii(head.subarray(16, boxLength(head))).match(/[\s\S]{4}/g) ?? [];
  if (AVIF_BRANDS.includes(major)) return 'image/avif';
  if (HEIC_BRANDS.includes(major)) {
    return compatible.some((brand) => AVIF_BRANDS.includes(brand)) ? 'image/avif' : undefined;
  }
  if (SOUND_BRAND.test(major)) return 'audio/mp4';
  if (MP4_BRAND.test(major)) return 'video/mp4';
  if (/^(?:qt {2}|crx |jp[2mx] |jpxb|mjp2|mj2s)$/.test(major)) return undefined;
  if (compatible.some((brand) => SOUND_BRAND.test(brand))) return 'audio/mp4';
  return compatible.some((brand) => MP4_BRAND.test(brand)) ? 'video/mp4' : undefined;
}

/** DocType stands at the very beginning; the tracks name their codecs mostly not far behind. */
function webmType(head: Uint8Array): MediaType | undefined {
  if (!find(head.subarray(0, 64), 'webm')) return undefined;
  return /A_(OPUS|VORBIS)/.test(ascii(head)) && !isFilm(head) ? 'audio/webm' : 'video/webm';
}

/** Whether a track is seen that moves: a WebM's codec, an MP4's header for moving pictures. */
function isFilm(head: Uint8Array): boolean {
  return /V_(VP8|VP9|AV1|MPEG)|vmhd/.test(ascii(head));
}

function boxLength(head: Uint8Array): number {
  return Math.min(head.length, byte(head, 2) * 256 + byte(head, 3));
}

/** 'BM' alone is two letters; the sizes of the header that may follow are few. */
function isBitmap(head: Uint8Array): boolean {
  const headerSizes = [12, 40, 52, 56, 64, 108, 124];
  return (
    starts(head, 0, 'BM') &&
    starts(head, 6, '\0\0\0\0') &&
    headerSizes.includes(byte(head, 14)) &&
    starts(head, 15, '\0\0\0')
  );
}

/** An MP3 or AAC file without a tag begins with a frame: 12 bits of sync, then fields with gaps. */
function frameType(head: Uint8Array): MediaType | undefined {
  const [first, second, third] = [byte(head, 0), byte(head, 1), byte(head, 2)];
  if (head.length < 4 || first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  const layer = (second >> 1) & 3;
  if ((second & 0xf6) === 0xf0) return ((third >> 2) & 15) < 13 ? 'audio/aac' : undefined;
  const version = (second >> 3) & 3;
  const [bitRate, sampleRate] = [third >> 4, (third >> 2) & 3];
  const isFrame = version !== 1 && layer === 1 && bitRate > 0 && bitRate < 15 && sampleRate < 3;
  return isFrame ? 'audio/mpeg' : undefined;
}

function starts(head: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (head[at + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

function find(head: Uint8Array, text: string): boolean {
  return ascii(head).includes(text);
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
}

function byte(head: Uint8Array, at: number): number {
  return head[at] ?? 0;
}
