import { sanitiseForEditor } from '../../../card/sanitise.ts';

/** Where an element's `src` waits while the sanitiser looks at the rest: data attributes pass it. */
export const SOURCE_ASIDE = 'data-rounds-source';

const MEDIA_TAG = /<(?:img|audio|video|source)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const OTHER_TAG = /<[a-z!/?](?:"[^"]*"|'[^']*'|[^'">])*>/i;
const TAGS = new RegExp(`${MEDIA_TAG.source}|${OTHER_TAG.source}`, 'gi');

/**
 * Hostile HTML as nodes that are safe in the page. The address of a picture, sound or film is kept
 * as data, whatever it is: the editor never follows it, but must write it back as it came.
 */
export function safeFragment(html: string): DocumentFragment {
  const aside = html.replace(TAGS, (tag) =>
    /^<(?:img|audio|video|source)[\s/]/i.test(tag)
      ? tag.replace(/(?<=[\s"'/])src(?=\s*=)/i, SOURCE_ASIDE)
      : tag,
  );
  return sanitiseForEditor(aside);
}
