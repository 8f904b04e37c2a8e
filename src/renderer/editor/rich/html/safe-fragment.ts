import { isReadable } from '../../../../domain/template/html/readable.ts';
import { sanitiseForEditor } from '../../../card/safe/sanitise.ts';
import { tagsIn } from './tags.ts';

/** Where an element's `src` waits while the sanitiser looks at the rest: data attributes pass it. */
export const SOURCE_ASIDE = 'data-rounds-source';

const WITH_SOURCE = ['img', 'audio', 'video', 'source'];

/**
 * Hostile HTML as nodes that are safe in the page. The address of a picture, sound or film is kept
 * as data, whatever it is: the editor never follows it, but must write it back as it came.
 */
export function safeFragment(html: string): DocumentFragment {
  if (!isReadable(html)) return sanitiseForEditor(html);
  const places = tagsIn(html)
    .filter(({ name }) => WITH_SOURCE.includes(name))
    .flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'src'));
  let aside = '';
  let from = 0;
  for (const { place } of places) {
    aside += html.slice(from, place) + SOURCE_ASIDE;
    from = place + 'src'.length;
  }
  return sanitiseForEditor(aside + html.slice(from));
}
