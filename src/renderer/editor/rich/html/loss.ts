import { t } from '../../../../kernel/texts.ts';
import { declarations } from './kinds.ts';
import { tagsIn } from './tags.ts';

/** Tags that change nothing when they come or go. */
const TRIVIAL = new Set('br div p span font html head body tbody meta'.split(' '));
const EMPTY = /<(?!br>)([a-z]\w*)>(?:\s|<br>)*<\/\1>/gi;
const COMMENT = /<!--(?!\s*(?:anki|StartFragment|EndFragment)\s*-->)/i;

/**
 * What of the HTML `before` is no longer in `after`, in words for a person ('<iframe>', 'onclick'):
 * tags, attributes, classes and style properties that a browser knows, each named once. Compared as
 * text, never parsed into a page. Empty when all is there.
 */
export function lostIn(before: string, after: string): string[] {
  if (!before.includes('<')) return [];
  const left = namesIn(after);
  const lost = [...namesIn(withoutEmpty(before))].filter((name) => !left.has(name));
  if (COMMENT.test(before)) lost.push('comments');
  return lost;
}

/** Without elements that have neither attributes nor content, which no one misses. */
function withoutEmpty(html: string): string {
  let less = html;
  for (let depth = 0; depth < 5; depth += 1) less = less.replace(EMPTY, '');
  return less;
}

function namesIn(html: string): Set<string> {
  const names = new Set<string>();
  for (const { name, attributes } of tagsIn(html)) {
    if (!TRIVIAL.has(name)) names.add(`<${name}>`);
    for (const attribute of attributes) {
      for (const part of partsOf(attribute.name, attribute.value)) names.add(part);
    }
  }
  return names;
}

function partsOf(attribute: string, value: string): string[] {
  switch (attribute) {
    case 'class':
      return value
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => t`class ${name}`);
    case 'style':
      return knownProperties(value).map((property) => t`style ${property}`);
    case 'id':
      // What word processors leave behind, and nothing refers to.
      return /^docs-internal-guid/.test(value) ? [] : ['id'];
    default:
      return [attribute];
  }
}

/** As the browser reads a style, in single properties: it may join some under one name. */
function knownProperties(style: string): string[] {
  const scratch = document.createElement('span').style;
  for (const [name, value] of declarations(style.replaceAll('&quot;', '"'))) {
    scratch.setProperty(name, value.replace(/(?<!\s)\s*!important$/i, ''));
  }
  return [...scratch];
}
