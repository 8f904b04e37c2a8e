/** What a paste or drop brings, the best of its forms. */
export type Pasted =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | {
      readonly kind: 'html';
      readonly html: string;
      readonly files: readonly File[];
      /** The same as office programs write it, with its pictures; '' where there are none. */
      readonly rtf: string;
    }
  | { readonly kind: 'lines'; readonly text: string; readonly isVerbatim: boolean }
  | { readonly kind: 'nothing' };

/** Set by this editor on what it copies: see copy.ts. */
export const OWN_MARK = 'data-rounds-field';

/**
 * Chooses among the forms of a clipboard. Office programs put a picture of the text beside the
 * text: files count only where there are no words. A PDF viewer's HTML is text broken into lines.
 */
export function readClipboard(data: DataTransfer, isPlain: boolean): Pasted {
  const files = [...data.files];
  const html = data.getData('text/html');
  const text = data.getData('text/plain').replaceAll('\0', '');
  if (isPlain && text !== '') return { kind: 'lines', text, isVerbatim: true };
  if (html !== '' && !(files.length > 0 && isPictureOnly(html))) {
    const isPdf = /<br[^>]*\brole="?presentation/i.test(html);
    if (isPdf && text !== '') return { kind: 'lines', text, isVerbatim: false };
    const rtf = /<img\b/i.test(html) ? data.getData('text/rtf') : '';
    return { kind: 'html', html, files, rtf };
  }
  if (files.length > 0) return { kind: 'files', files };
  if (text !== '') return { kind: 'lines', text, isVerbatim: false };
  return { kind: 'nothing' };
}

function isPictureOnly(html: string): boolean {
  const words = html
    .replace(/<!--[\s\S]*?--!?>|<(style|title|script)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>|&nbsp;|\s/g, '');
  return words === '' && /<img\b/i.test(html);
}
