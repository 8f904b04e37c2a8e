import type { Deck } from '../../domain/collection/deck.ts';
import { noteSummary } from '../../domain/content/note-summary.ts';
import { noteTypeOf } from '../../domain/content/stock.ts';
import { type DeckId, noteIdOf, type OperationId } from '../../kernel/ids.ts';
import type { About } from '../../log/kind.ts';
import { type Operation, operationWord } from '../../log/operation.ts';
import { kindOfBody } from '../../log/registry.ts';
import { readQuestions } from '../../store/reads/cram-answers.ts';
import { readDecks } from '../../store/reads/decks.ts';
import { readNotesOf } from '../../store/media/media-users.ts';
import { readNoteTypes } from '../../store/reads/notes.ts';
import { readStudyDay } from '../../store/reads/settings.ts';
import type { Deps } from './deps.ts';

/** A step as a person is told of it. */
export interface StepInWords {
  readonly id: OperationId;
  /** 'answer (Good)'. */
  readonly what: string;
  /** What it was about: a question, a note, a name; '' where there is nothing to name. */
  readonly subject: string;
  /** So many more cards or notes than the one that `subject` names. */
  readonly others: number;
  /** The name of its deck; '' for several or none. */
  readonly deck: string;
  /** Study days since it was done; 0 is today, and less only where the clock was ahead. */
  readonly daysAgo: number;
}

export async function stepInWords(deps: Deps, step: Operation): Promise<StepInWords> {
  const { body, id, studyDay } = step;
  const about = kindOfBody(body).about(body);
  const [decks, today, named] = await Promise.all([
    readDecks(deps.store),
    readStudyDay(deps.store, deps.clock()),
    subjectOf(deps, about),
  ]);
  const word = operationWord(body);
  return {
    id,
    what: about.detail === undefined ? word : `${word} (${about.detail})`,
    subject: named.subject || (about.name ?? ''),
    others: Math.max(0, countOf(about) - 1),
    deck: deckNameOf(about.deckIds ?? named.deckIds, decks),
    daysAgo: today - studyDay,
  };
}

interface Named {
  readonly subject: string;
  readonly deckIds: readonly DeckId[];
}

/** The first card or note that the step was about, as far as it is still there. */
async function subjectOf({ store }: Deps, { cardIds = [], noteIds = [] }: About): Promise<Named> {
  const [cardId] = cardIds;
  const noteId = cardId === undefined ? noteIds[0] : noteIdOf(cardId);
  if (noteId === undefined) return { subject: '', deckIds: [] };
  const [note] = await readNotesOf(store, [noteId]);
  if (!note) return { subject: '', deckIds: [] };
  if (cardId !== undefined) {
    const questions = await readQuestions(store, [cardId]);
    return { subject: questions.get(cardId) ?? '', deckIds: [note.deckId] };
  }
  const types = new Map((await readNoteTypes(store)).map((type) => [type.id as string, type]));
  const type = noteTypeOf(note.noteTypeId, types);
  return { subject: type ? noteSummary(note, type) : '', deckIds: [note.deckId] };
}

function countOf({ cardIds = [], noteIds = [] }: About): number {
  return cardIds.length > 0 ? cardIds.length : noteIds.length;
}

function deckNameOf(deckIds: readonly DeckId[], decks: readonly Deck[]): string {
  const [only] = deckIds;
  if (only === undefined || deckIds.length > 1) return '';
  return decks.find((deck) => deck.id === only)?.name ?? '';
}
