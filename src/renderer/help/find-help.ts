import { fold, withoutAccents } from '../../domain/text/as-read.ts';
import { type HelpBlock, type HelpPage, plainWords } from './help-page.ts';

/** A place in the help that a search leads to. */
export interface HelpHit {
  readonly to: string;
  readonly page: string;
  /** The heading; '' where it is the page's own. */
  readonly heading: string;
  /** A sentence in which it is, or else the first of the place. */
  readonly sentence: string;
}

/** A heading with what is read under it. */
export interface HelpText {
  readonly to: string;
  readonly page: string;
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** What can be searched: each heading of each page but the list of pages. */
export function helpTexts(pages: readonly HelpPage[]): readonly HelpText[] {
  return pages
    .filter(({ slug }) => slug !== '')
    .flatMap(({ slug, title, sections }) =>
      sections.map((section) => ({
        to: `/help/${slug}${section.id === '' ? '' : `?at=${section.id}`}`,
        page: title,
        heading: section.id === '' ? '' : section.title,
        sentences: section.blocks.flatMap(sentencesOf),
      })),
    );
}

/** More are not listed: one word more leaves fewer. */
export const MOST_HITS = 30;

/**
 * The places where every word of `typed` begins a word, case and accents aside: first those with all
 * of them in the heading, then in one sentence, then anywhere under it or in the page's title (HELP-3).
 */
export function findHelp(texts: readonly HelpText[], typed: string): readonly HelpHit[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const ranks: HelpHit[][] = [[], [], []];
  for (const { to, page, heading, sentences } of texts) {
    const title = ` ${plain(heading || page)}`;
    const read = sentences.map((sentence) => ` ${plain(sentence)}`);
    const all = [` ${plain(page)}`, title, ...read].join('');
    if (!words.every((word) => all.includes(` ${word}`))) continue;
    const held = read.map((text) => words.filter((word) => text.includes(` ${word}`)).length);
    const best = held.indexOf(Math.max(...held));
    const isInTitle = words.every((word) => title.includes(` ${word}`));
    const rank = isInTitle ? 0 : held[best] === words.length ? 1 : 2;
    ranks[rank]?.push({ to, page, heading, sentence: sentences[best] ?? '' });
  }
  return ranks.flat().slice(0, MOST_HITS);
}

/** `text` in parts, every other of which is the beginning of a word that was searched for. */
export function marked(text: string, typed: string): readonly string[] {
  const words = wordsOf(typed);
  const parts = [''];
  for (const [piece] of text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu)) {
    const found = words.filter((word) => plain(piece).startsWith(word));
    const length = Math.max(0, ...found.map((word) => word.length));
    if (length === 0 || plain(piece).length !== piece.length) {
      if (length > 0) parts.push(piece, '');
      else parts.push(`${parts.pop()}${piece}`);
    } else parts.push(piece.slice(0, length), piece.slice(length));
  }
  return parts;
}

function wordsOf(typed: string): readonly string[] {
  return plain(typed).trim().split(' ').filter(Boolean);
}

/** As it is compared: words with a space between, whatever stands there. */
function plain(text: string): string {
  return withoutAccents(fold(text)).replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** A row of a table is a sentence: 'is:due: asked for now'. */
function sentencesOf(block: HelpBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return inSentences(plainWords(block.words));
    case 'list':
      return block.items.flatMap((item) => inSentences(plainWords(item)));
    case 'table':
      return block.rows.map((row) => row.map(plainWords).join(': '));
    case 'code':
      return [block.text];
  }
}

function inSentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?]) (?=[\p{Lu}“*])/u);
}
