import { t } from '../../../kernel/texts.ts';

/**
 * Makes links of the levels of tags that a template shows (tag-paths.ts marks them): each leads to what
 * is tagged so. Within another link they stay text.
 */
export function linkTags(body: DocumentFragment): void {
  for (const level of body.querySelectorAll('[data-rounds-tag]')) {
    const tag = level.getAttribute('data-rounds-tag') ?? '';
    if (tag === '' || tag.length > LONGEST || level.closest('a')) continue;
    const link = level.ownerDocument.createElement('a');
    link.className = 'tag-link';
    link.href = MARK + encodeURIComponent(tag.replace(/\p{Surrogate}/gu, '\uFFFD'));
    link.title = t`Find what is tagged ${tag}`;
    level.replaceWith(link);
    link.append(...level.childNodes);
  }
}

/** The tag that a link of linkTags leads to; undefined for every other link. */
export function tagOfLink(address: string): string | undefined {
  return address.startsWith(MARK) ? decodeURIComponent(address.slice(MARK.length)) : undefined;
}

/** No link of a deck's: of those only https addresses are left. */
const MARK = '#tag=';
const LONGEST = 1000;
