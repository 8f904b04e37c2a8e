import { PENDING_FILE } from '../html/read/inline.ts';
import { SOURCE_ASIDE } from '../html/safe-fragment.ts';

/**
 * Replaces the pictures of a pasted fragment, in place: data: addresses and those whose file came
 * along become files to store; the rest become text with their address, since nothing is fetched.
 * `keep` gives a file and returns the number of the place that waits for it.
 */
export function takePictures(
  root: ParentNode & Node,
  files: readonly File[],
  keep: (file: File) => number,
): void {
  const pictures = [...root.querySelectorAll('img')];
  const local = pictures.filter((picture) => isOfThisMachine(sourceOf(picture)));
  const attached = files.filter((file) => file.type.startsWith('image/'));
  for (const picture of pictures) {
    const source = sourceOf(picture);
    const beside = local.length === attached.length ? attached[local.indexOf(picture)] : undefined;
    const file = source.startsWith('data:') ? fileFrom(source) : beside;
    if (file) {
      const place = picture.ownerDocument.createElement(PENDING_FILE);
      place.setAttribute('id', String(keep(file)));
      picture.replaceWith(place);
    } else if (/^(https?:)?\/\//i.test(source)) {
      picture.replaceWith(`[Picture not copied: ${source}]`);
    } else if (source === '' || source.includes(':')) {
      const words = picture.getAttribute('alt')?.trim();
      picture.replaceWith(words ? `[Picture not copied: ${words}]` : '[Picture not copied]');
    }
  }
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
