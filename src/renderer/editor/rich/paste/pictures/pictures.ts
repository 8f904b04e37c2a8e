import { PENDING_FILE } from '../../html/read/inline.ts';
import { picturesOfRtf } from './rtf-pictures.ts';
import { SOURCE_ASIDE } from '../../html/safe-fragment.ts';

/**
 * Replaces the pictures of a pasted fragment, in place: those written out as data: and those whose
 * file came along, or stands in the same text as RTF, become files to store. The rest leave the text and are returned, each by its address
 * or the words for it ('' without), since nothing is
 * fetched; a sign that a page draws as a picture is that sign. `keep` gives a file and returns the
 * number of the place that waits for it.
 */
export function takePictures(
  root: ParentNode & Node,
  files: readonly File[],
  keep: (file: File) => number,
  rtf = '',
): string[] {
  const notCopied: string[] = [];
  const pictures = [...root.querySelectorAll('img')];
  const attached = files.filter((file) => file.type.startsWith('image/'));
  // Files that came along have no names to tell them by: as many pictures, the same ones.
  const among = [isOfThisMachine, isElsewhere]
    .map((isMeant) => pictures.filter((picture) => isMeant(sourceOf(picture))))
    .find((found) => found.length === attached.length);
  const local = pictures.filter((picture) => isOfThisMachine(sourceOf(picture)));
  const written = among || local.length === 0 ? [] : picturesOfRtf(rtf);
  // The same text in another form has the same pictures; with more or fewer none is known.
  const inRtf = written.length === local.length ? written : [];
  for (const picture of pictures) {
    const source = sourceOf(picture);
    const words = picture.getAttribute('alt')?.trim() ?? '';
    const file = source.startsWith('data:')
      ? fileFrom(source)
      : (attached[among?.indexOf(picture) ?? -1] ?? inRtf[local.indexOf(picture)]);
    if (file) {
      const place = picture.ownerDocument.createElement(PENDING_FILE);
      place.setAttribute('id', String(keep(file)));
      picture.replaceWith(place);
    } else if (isElsewhere(source)) {
      if (isSign(words)) picture.replaceWith(words);
      else {
        picture.remove();
        if (!isPixel(picture)) notCopied.push(/^(https?:)?\/\//i.test(source) ? source : words);
      }
    }
  }
  return notCopied;
}

/** Not a name of Rounds' own media: nothing, or an address of any kind. */
function isElsewhere(source: string): boolean {
  return source === '' || source.includes(':') || source.includes('/');
}

/** An emoji or a symbol, which pages draw as a picture with itself as the words for it. */
function isSign(words: string): boolean {
  return (
    /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\p{S}){1,12}$/u.test(words) &&
    /\D/.test(words)
  );
}

/** What counts readers, and is not there to be seen. */
function isPixel(picture: Element): boolean {
  return ['width', 'height'].every((side) =>
    /^[01](?:px)?$/.test(picture.getAttribute(side) ?? ''),
  );
}

function sourceOf(picture: Element): string {
  return picture.getAttribute(SOURCE_ASIDE)?.trim() ?? '';
}

function isOfThisMachine(source: string): boolean {
  return /^(file|blob|cid|webkit-fake-url):/i.test(source);
}

/** The file inside a data: address; undefined where it is no picture or cannot be read. */
function fileFrom(address: string): File | undefined {
  const match = /^data:(image\/([a-z\d.+-]+))((?:;[^,;]*)*),([\s\S]*)$/i.exec(address);
  if (!match) return undefined;
  const [, type = '', kind = '', options = '', content = ''] = match;
  try {
    const isBase64 = /;\s*base64/i.test(options);
    const text = isBase64 ? atob(decodeURIComponent(content)) : decodeURIComponent(content);
    const bytes = isBase64
      ? Uint8Array.from(text, (sign) => sign.charCodeAt(0))
      : new TextEncoder().encode(text);
    const ending = kind.replace(/^jpeg$/, 'jpg').replace(/\+.*$/, '');
    return new File([bytes], `pasted.${ending}`, { type });
  } catch {
    return undefined;
  }
}
