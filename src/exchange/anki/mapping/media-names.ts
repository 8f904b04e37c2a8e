import type { NamedMedia } from '../container/media-list.ts';

/** What refers to a file: `src="…"` in any quotes or none, and `[sound:…]`. */
const REFERENCE = /(\bsrc\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)|(\[sound:)([^\]]*)(\])/gi;

/**
 * `html` with files under the names that they have in Rounds. Names in attributes may be written
 * with percent signs or entities, as browsers and old Ankis do.
 */
export function withMediaNames(html: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return html;
  return html.replace(
    REFERENCE,
    (whole, src: string | undefined, value: string, open: string, sound: string, end: string) => {
      if (src === undefined) {
        const name = names.get(sound.normalize('NFC'));
        return name === undefined ? whole : `${open}${name}${end}`;
      }
      const quote = /^["']/.test(value) ? value.charAt(0) : '';
      const written = quote === '' ? value : value.slice(1, -1);
      const name = names.get(plainName(written));
      return name === undefined ? whole : `${src}${quote || '"'}${name}${quote || '"'}`;
    },
  );
}

/** The files that go by another name in Rounds, by what notes call them. */
export function changedNames(media: readonly NamedMedia[]): ReadonlyMap<string, string> {
  return new Map(
    media.flatMap(({ name, ownName }) =>
      name === ownName ? [] : [[name.normalize('NFC'), ownName] as const],
    ),
  );
}

function plainName(written: string): string {
  let name = written.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
  try {
    name = decodeURIComponent(name);
  } catch {
    // A percent sign of its own.
  }
  return name.normalize('NFC');
}
