import { t } from '../../kernel/texts.ts';
import { markdownOfText } from '../content/markdown.ts';
import type { NoteDraft } from '../content/note.ts';
import type { DeckId, NoteId } from '../../kernel/ids.ts';
import { pathFrom } from '../../kernel/path.ts';
import { keysWithAbove, keyOfName } from '../text/same-name.ts';
import { isName, nameFrom, noteIdIn } from './deck-ids.ts';
import { type DeckOutline, type Header, OUTSIDE, outlineOf } from './outline.ts';
import { textOf } from './passage.ts';
import {
  type DeckProblem,
  errorAt,
  inFileOrder,
  type FilePlace,
  warningAt,
} from './deck-problem.ts';
import { type FactBlock, readFact } from './read-fact.ts';

export interface DeckHeader {
  readonly id: DeckId;
  readonly name: string;
  /** The record that every fact's source begins with; '' for none. */
  readonly source: string;
}

export interface ParsedDeck {
  readonly deck: DeckHeader;
  /** In file order. */
  readonly drafts: readonly NoteDraft[];
  /** In file order. */
  readonly problems: readonly DeckProblem[];
  /** Facts that are in the file but were not loaded because of an error. */
  readonly unread: ReadonlySet<NoteId>;
  /** Where each fact's heading is. */
  readonly places: ReadonlyMap<NoteId, FilePlace>;
}

/** Some tens of milliseconds. */
const FACTS_IN_STEP = 500;

/** Reads a deck file (docs/deck-format.md). Never throws; time is linear in the text's length. */
export function parseDeck(text: string): ParsedDeck {
  const reading = parsingDeck(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, each of which says how many of the facts are read. */
export function* parsingDeck(
  text: string,
): Generator<{ readonly done: number; readonly total: number }, ParsedDeck> {
  if (text.includes('\0')) return nothing(NOT_TEXT);
  const outline = outlineOf(text);
  const problems = [...outline.problems];
  if (
    outline.blocks.length === 0 &&
    outline.problems.every(({ severity }) => severity !== 'error')
  ) {
    problems.push(errorAt({ line: 1, column: 1 }, text.trim() === '' ? EMPTY_FILE : NO_FACTS));
  }
  const deck = headerOf(outline.header, problems);
  const markup = markupOf(outline.header, problems);
  const source = markup === 'markdown' ? markdownOfText(deck.source) : deck.source;
  const drafts: NoteDraft[] = [];
  const unread = new Set<NoteId>();
  const places = new Map<NoteId, FilePlace>();
  const total = outline.blocks.length;
  for (const [done, block] of outline.blocks.entries()) {
    if (done % FACTS_IN_STEP === 0) yield { done, total };
    const id = idOf(block, deck.id, places, problems);
    if (id === undefined) continue;
    places.set(id, { line: block.line, column: block.column });
    const { draft, problems: own } = readFact(block, id, source, markup);
    for (const problem of own) problems.push(problem);
    if (draft === undefined) unread.add(id);
    else drafts.push(draft);
  }
  for (const { name, place } of emptySections(outline, drafts)) {
    const message = t`The section "${short(name)}" has no facts. Nothing else is missing; add a fact or take the heading out.`;
    problems.push(warningAt(place, message));
  }
  return { deck, drafts, problems: inFileOrder(problems), unread, places };
}

function headerOf(header: Header, problems: DeckProblem[]): DeckHeader {
  const title = header.title?.value ?? '';
  const field = header.fields.get('deck');
  const written = field === undefined ? '' : textOf(field).text;
  const place = field ?? header.title ?? { line: 1, column: 1 };
  const made = nameFrom(title) || 'untitled';
  const id = isName(written) ? written : made;
  if (written !== id && header.isPresent) {
    const what =
      field === undefined ? t`The deck has no id.` : t`"${short(written)}" cannot be an id.`;
    const message = t`${what} "${id}" was used; write "- deck: ${id}" under the title, so that renaming the deck keeps its schedule.`;
    problems.push(warningAt(place, message));
  }
  if (title === '' && header.isPresent) {
    const message = t`The deck has no title. "${id}" was used; begin the file with "# " and a title.`;
    problems.push(warningAt({ line: 1, column: 1 }, message));
  }
  const source = header.fields.get('source');
  return {
    id: id as DeckId,
    name: title === '' ? id : title,
    source: source === undefined ? '' : textOf(source).text,
  };
}

function markupOf(header: Header, problems: DeckProblem[]): NoteDraft['markup'] {
  const field = header.fields.get('text');
  const written = field === undefined ? 'plain' : textOf(field).text.toLowerCase();
  if (field && written !== 'plain' && written !== 'markdown') {
    const message = t`"text" takes plain or markdown. The facts were read as plain text; write one of the two.`;
    problems.push(warningAt(field, message));
  }
  return written === 'markdown' ? 'markdown' : undefined;
}

function idOf(
  block: FactBlock,
  deckId: DeckId,
  places: ReadonlyMap<NoteId, FilePlace>,
  problems: DeckProblem[],
): NoteId | undefined {
  const factId = block.factId.normalize('NFC');
  if (!isName(factId)) {
    const words = factId || block.sides.map((side) => textOf(side.passage).text)[0] || '';
    const what = factId === '' ? t`The fact has no id.` : t`"${short(factId)}" cannot be an id.`;
    const advice = t`write "### ${nameFrom(words) || t`some-id`}" (letters, digits, - _ .).`;
    problems.push(errorAt(block, t`${what} It was not loaded; ${advice}`));
    return undefined;
  }
  const id = noteIdIn(deckId, factId);
  const first = places.get(id);
  if (first !== undefined) {
    const message = t`The id "${factId}" was used in line ${first.line} already. That fact was kept and this one not loaded; give it an id of its own.`;
    problems.push(errorAt(block, message, id));
    return undefined;
  }
  return id;
}

function emptySections(
  outline: DeckOutline,
  drafts: readonly NoteDraft[],
): { name: string; place: FilePlace }[] {
  const used = new Set(
    keysWithAbove([
      ...outline.blocks.map(({ section }) => section),
      ...drafts.flatMap(({ sections }) => sections),
    ]),
  );
  return outline.sections
    .map((line) => ({ name: pathFrom(line.value), place: line }))
    .filter(({ name }) => name !== '' && name !== OUTSIDE && !used.has(keyOfName(name)));
}

function nothing(message: string): ParsedDeck {
  return {
    deck: { id: 'untitled' as DeckId, name: 'untitled', source: '' },
    drafts: [],
    problems: [errorAt({ line: 1, column: 1 }, message)],
    unread: new Set(),
    places: new Map(),
  };
}

function short(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

const NOT_TEXT = t`This is not a text file. Nothing was read; save the deck as plain text in UTF-8.`;
const EMPTY_FILE = t`The file is empty. Nothing was read; docs/deck-format.md shows how to begin.`;
const NO_FACTS = t`The file has no facts. Nothing was loaded; give each fact a line "### some-id" and a sentence.`;
