import { partsOf, pathAndAbove } from '../../../kernel/path.ts';
import { escapeAttribute, escapeText } from '../html/entities.ts';

/**
 * Tags with spaces between them, each level of a path marked with the path down to it, so that whoever
 * shows the card can make links of them: `<span data-rounds-tag="A::B">B</span>`.
 */
export function tagPathsHtml(tags: readonly string[]): string {
  return tags.map(pathHtml).join(' ');
}

function pathHtml(tag: string): string {
  const parts = partsOf(tag);
  const paths = pathAndAbove(tag);
  // Of more levels than are told apart the whole is one.
  if (parts.length !== paths.length) return marked(tag, tag);
  return parts.map((part, level) => marked(part, paths[level] ?? tag)).join('::');
}

function marked(text: string, path: string): string {
  return `<span data-rounds-tag="${escapeAttribute(path)}">${escapeText(text)}</span>`;
}
