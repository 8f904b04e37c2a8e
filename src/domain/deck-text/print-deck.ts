import type { NoteDraft } from '../content/note.ts';
import { factIdOf } from './deck-ids.ts';
import type { DeckHeader } from './parse-deck.ts';
import { linesOfText } from './passage.ts';

/** The deck as a file that `parseDeck` reads back as the same deck. */
export function printDeck(deck: DeckHeader, drafts: readonly NoteDraft[]): string {
  const lines = [
    heading('#', deck.name),
    '',
    `- deck: ${deck.id}`,
    ...field('source', deck.source),
  ];
  let section: string | undefined;
  for (const draft of drafts) {
    const home = draft.sections[0] ?? '';
    if (home !== section) lines.push('', heading('##', home));
    section = home;
    lines.push('', `### ${factIdOf(deck.id, draft.id)}`, ...body(draft), ...fieldsOf(deck, draft));
  }
  return `${lines.join('\n')}\n`;
}

/** A name that itself ends in hashes takes one more, which reading takes off again. */
function heading(hashes: string, name: string): string {
  return `${hashes} ${name}${/ #{1,6}$/.test(name) ? ' #' : ''}`;
}

function body({ content }: NoteDraft): string[] {
  if (content.type === 'cloze') return linesOfText(content.text);
  return [...labelled('Q:', content.front), ...labelled('A:', content.back)];
}

function fieldsOf(deck: DeckHeader, draft: NoteDraft): string[] {
  return [
    ...(draft.content.type === 'reversed' ? ['- reversed: yes'] : []),
    ...sourceLines(deck.source, draft.source),
    ...field('also', draft.sections.slice(1).join(', ')),
    ...field('extra', draft.extra),
  ];
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
