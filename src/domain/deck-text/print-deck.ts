import { markdownOfText } from '../content/markdown.ts';
import type { NoteDraft } from '../content/note.ts';
import { fileIdOf } from './deck-ids.ts';
import { printNames } from './name-list.ts';
import { OUTSIDE } from './outline.ts';
import { type DeckHeader, parseDeck } from './parse-deck.ts';
import { linesOfText, readable } from './passage.ts';

/** The deck as a file that `parseDeck` reads back as the same deck. */
export function printDeck(deck: DeckHeader, drafts: readonly NoteDraft[]): string {
  const isMarkdown = drafts.some(({ markup }) => markup === 'markdown');
  const source = isMarkdown ? markdownOfText(deck.source) : deck.source;
  const lines = [
    heading('#', deck.name),
    '',
    `- deck: ${deck.id}`,
    ...(isMarkdown ? ['- text: markdown'] : []),
    ...field('source', deck.source),
  ];
  let section: string | undefined;
  for (const draft of drafts) {
    const home = draft.sections[0] ?? OUTSIDE;
    if (home !== section) lines.push('', heading('##', home));
    section = home;
    lines.push(
      '',
      `### ${fileIdOf(deck.id, draft.id)}`,
      ...body(draft),
      ...fieldsOf(source, draft),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Whether the file that a draft is printed to says what the draft says (DECK-19). */
export function canBePrinted(deck: DeckHeader, draft: NoteDraft): boolean {
  const { drafts, problems } = parseDeck(printDeck(deck, [draft]));
  const [again] = drafts;
  if (!again || problems.some(({ severity }) => severity === 'error')) return false;
  return JSON.stringify(textsOf(again)) === JSON.stringify(textsOf(draft));
}

function textsOf({ id, content, extra, sections, source, markup }: NoteDraft): readonly unknown[] {
  const sides = content.type === 'cloze' ? [content.text] : [content.front, content.back];
  const { question = '', answer = '' } = (content.type === 'reversed' && content.wayBack) || {};
  return [
    [id, content.type, markup],
    [...sides, question, answer, extra, source].map(inOneForm),
    sections,
  ];
}

/** A text without what a file does not keep and nobody sees: spaces around lines, an accent's form. */
function inOneForm(value: string): string {
  const lines = readable(value)
    .normalize('NFC')
    .trim()
    .split(/\r\n|\r|\n/);
  return lines.map((line) => line.replaceAll('\t', ' ').trim()).join('\n');
}

/** A name that itself ends in hashes takes one more, which reading takes off again. */
function heading(hashes: string, name: string): string {
  return `${hashes} ${readable(name)}${/ #{1,6}$/.test(name) ? ' #' : ''}`;
}

function body({ content }: NoteDraft): string[] {
  if (content.type === 'cloze') return linesOfText(content.text);
  return [...labelled('Q:', content.front), ...labelled('A:', content.back)];
}

function fieldsOf(deckSource: string, draft: NoteDraft): string[] {
  return [
    ...(draft.content.type === 'reversed' ? ['- reversed: yes'] : []),
    ...wayBackLines(draft),
    ...sourceLines(deckSource, draft.source),
    ...field('also', printNames(draft.sections.slice(1))),
    ...field('extra', draft.extra),
  ];
}

function wayBackLines({ content }: NoteDraft): string[] {
  if (content.type !== 'reversed' || !content.wayBack) return [];
  const { question, answer } = content.wayBack;
  return [...field('back', question), ...field('answer', answer)];
}

/** A source that continues the deck's is written as `at`. */
function sourceLines(deckSource: string, source: string): string[] {
  if (source === deckSource) return [];
  if (source === '') return ['- source:'];
  const isPart = deckSource !== '' && source.startsWith(`${deckSource}, `);
  return isPart ? field('at', source.slice(deckSource.length + 2)) : field('source', source);
}

function field(key: string, value: string): string[] {
  return value === '' ? [] : labelled(`- ${key}:`, value);
}

function labelled(label: string, value: string): string[] {
  const [first = '', ...rest] = linesOfText(value);
  return [`${label} ${first}`, ...rest.map((line) => `  ${line}`)];
}
