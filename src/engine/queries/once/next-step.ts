import type { Deck } from '../../../domain/collection/deck.ts';
import type { TableName, Tables } from '../../../domain/collection/rows.ts';
import type { NewNote } from '../../../domain/content/note.ts';
import { noteSummary } from '../../../domain/content/note-summary.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import { isAtOrBelow } from '../../../domain/text/same-name.ts';
import { type DeckId, noteIdOf, type OperationId } from '../../../kernel/ids.ts';
import { plural, t } from '../../../kernel/texts.ts';
import type { About } from '../../../log/kind.ts';
import { type Operation, operationWord } from '../../../log/operation.ts';
import { kindOfBody } from '../../../log/registry.ts';
import { readQuestions } from '../../../store/reads/answers/questions.ts';
import { readDecks } from '../../../store/reads/decks.ts';
import { readNotesOf } from '../../../store/media/media-users.ts';
import { readNoteTypes } from '../../../store/reads/notes.ts';
import { readStudyDay } from '../../../store/reads/settings.ts';
import type { Asked } from '../context.ts';
import { failed, notNow, ok, type Result } from '../../../kernel/problem.ts';
import { newestInForce, nextToRedo } from '../../../store/log/in-force.ts';
import { type RowBefore, rowsBefore } from '../../../store/log/undo-rows.ts';
import { readOperation } from '../../../store/log/log-rows.ts';
import { inWords } from '../../in-words.ts';

/** What undo would take back now: to be asked before it goes past today (see daysAgo). */
export function nextUndo(asked: Asked): Promise<Result<StepInWords>> {
  return inWords(async () => {
    const next = await stepToUndo(asked);
    return next.ok ? ok(await stepInWords(asked, next.value)) : next;
  });
}

/** What redo would do again now. */
export function nextRedo(asked: Asked): Promise<Result<StepInWords>> {
  return inWords(async () => {
    const next = await stepToRedo(asked);
    return next.ok ? ok(await stepInWords(asked, next.value)) : next;
  });
}

/** The step that undo would take back; refused where there is none, or the program made it. */
export async function stepToUndo({ store }: Pick<Asked, 'store'>): Promise<Result<Operation>> {
  const row = await newestInForce(store);
  const step = row && (await readOperation(store, row.id));
  if (!row) return notNow(t`There is nothing to undo.`, t`Everything is as it was.`, t`Carry on.`);
  if (!step) return DAMAGED;
  if (step.origin === 'program') {
    return notNow(
      t`Undo stops here: the step before (${operationWord(step.body)}) was made by Rounds itself.`,
      t`Everything is as it was.`,
      t`Carry on.`,
    );
  }
  return ok(step);
}

const DAMAGED = failed(
  t`The step that this would be about is damaged.`,
  t`Everything is as it was.`,
  t`Check the collection, in Settings.`,
);

/** The step that redo would do again; refused where there is none. */
export async function stepToRedo({ store }: Pick<Asked, 'store'>): Promise<Result<Operation>> {
  const id = await nextToRedo(store);
  const step = id && (await readOperation(store, id));
  if (step) return ok(step);
  if (id) return DAMAGED;
  return notNow(t`There is nothing to do again.`, t`Everything is as it was.`, t`Carry on.`);
}

/** A step as a person is told of it. */
export interface StepInWords {
  readonly id: OperationId;
  /** 'answer (Good)'; 'delete (5 notes)' where none of them can be named. */
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

async function stepInWords(asked: Asked, step: Operation): Promise<StepInWords> {
  const { body, id, studyDay } = step;
  const about = kindOfBody(body).about(body);
  const [decks, today, before] = await Promise.all([
    readDecks(asked.store),
    readStudyDay(asked.store, asked.clock()),
    rowsBefore(asked.store, id),
  ]);
  const named = await subjectOf(asked, about, notesOf(body, before));
  const word = operationWord(body);
  const subject = named.subject || (about.name ?? nameIn(about, before));
  const unnamed = subject === '' && countOf(about) > 1 ? countInWords(about) : undefined;
  const details = [about.detail, unnamed].filter((detail) => detail !== undefined);
  return {
    id,
    what: details.length === 0 ? word : `${word} (${details.join(', ')})`,
    subject,
    others: subject === '' ? 0 : Math.max(0, countOf(about) - 1),
    deck: deckNameOf(about.deckIds ?? named.deckIds, [...decks, ...rowsIn(before, 'decks')]),
    daysAgo: today - studyDay,
  };
}

interface Named {
  readonly subject: string;
  readonly deckIds: readonly DeckId[];
}

/** Notes that need not be there now: as they were before the step, or as it brings them. */
function notesOf(body: Operation['body'], before: readonly RowBefore[]): readonly NewNote[] {
  if (body.kind === 'add-notes') return body.notes;
  // A deck that was deleted is named, and how many notes went with it.
  return body.kind === 'delete-decks' ? [] : rowsIn(before, 'notes');
}

function rowsIn<T extends TableName>(before: readonly RowBefore[], name: T): Tables[T][] {
  return before.flatMap(({ table, before: row }) =>
    table === name && row !== undefined ? [row as Tables[T]] : [],
  );
}

/** What has a name of its own, and was taken away by a step that is about nothing else. */
function nameIn({ cardIds, noteIds, deckIds }: About, before: readonly RowBefore[]): string {
  if (cardIds || noteIds || deckIds) return '';
  const named = (['searches', 'overlays', 'presets', 'noteTypes'] as const).flatMap(
    (table): readonly { readonly name: string }[] => rowsIn(before, table),
  );
  return named[0]?.name ?? '';
}

/** The first card or note that the step was about; `others`: notes that may be gone by now. */
async function subjectOf(
  { store }: Asked,
  { cardIds = [], noteIds = [] }: About,
  others: readonly NewNote[],
): Promise<Named> {
  const [cardId] = cardIds;
  const noteId = cardId === undefined ? noteIds[0] : noteIdOf(cardId);
  if (noteId === undefined) return { subject: '', deckIds: [] };
  const [there] = await readNotesOf(store, [noteId]);
  const note = there ?? others.find(({ id }) => id === noteId);
  if (!note) return { subject: '', deckIds: [] };
  if (there && cardId !== undefined) {
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

function countInWords(about: About): string {
  const count = countOf(about);
  return about.cardIds?.length === count ? plural(count, '# card') : plural(count, '# note');
}

/** The deck's; of several the one that the others lie below. */
function deckNameOf(deckIds: readonly DeckId[], decks: readonly Deck[]): string {
  const names = deckIds.map((id) => decks.find((deck) => deck.id === id)?.name);
  const above = names.find((name) =>
    names.every((each) => name && each && isAtOrBelow(each, name)),
  );
  return above ?? '';
}
