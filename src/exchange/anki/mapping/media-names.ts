import { decodeEntities, escapeText } from '../../../domain/template/html/entities.ts';
import { sourceOfMedia } from '../../../domain/template/html/media-in-html.ts';
import type { NamedMedia } from '../container/media-list.ts';

/** What refers to a file: an attribute, quoted or not, `url(…)` in a style, and `[sound:…]`. */
const REFERENCE =
  /(\b(?:src|poster|data)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)|(\burl\(\s*(?:"|'|&quot;|&#39;)?)((?:(?!&quot;|&#39;)[^"')])+)|(\[sound:)([^\]]*)(?=\])/gi;

/**
 * `html`, or a style, with files under the names that they have in Rounds. Names in attributes may be
 * written with percent signs or entities, as browsers and old Ankis do.
 */
export function withMediaNames(html: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return html;
  return html.replace(
    REFERENCE,
    (
      whole,
      attribute: string | undefined,
      value: string,
      url: string | undefined,
      address: string,
      sound: string,
      spoken: string,
    ) => {
      if (attribute !== undefined) {
        const name = nameOf(/^["']/.test(value) ? value.slice(1, -1) : value, names);
        return name === undefined ? whole : `${attribute}"${sourceOfMedia(name)}"`;
      }
      if (url !== undefined) {
        const name = nameOf(address.trim(), names);
        return name === undefined ? whole : `${url}${encodeURIComponent(name)}`;
      }
      const name = names.get(decodeEntities(spoken).normalize('NFC'));
      return name === undefined ? whole : `${sound}${escapeText(name)}`;
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

/** As it is written first: a name may have a percent sign and two digits of its own. */
function nameOf(written: string, names: ReadonlyMap<string, string>): string | undefined {
  const plain = decodeEntities(written).normalize('NFC');
  const own = names.get(plain);
  if (own !== undefined) return own;
  try {
    return names.get(decodeURIComponent(plain).normalize('NFC'));
  } catch {
    return undefined;
  }
}
