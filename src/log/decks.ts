import { DEFAULT_PRESET_ID, type Deck } from '../domain/collection/deck.ts';
import { deckGrave } from '../domain/collection/saved-search.ts';
import { failed, ok, type Result } from '../kernel/problem.ts';
import { partsOf } from '../kernel/path.ts';
import { changeNotes, deckGone, deletions } from './notes.ts';
import type { OperationBody } from './operation.ts';
import { withMergedDecks } from './exam-cards.ts';
import type { Change, Effects, Rows } from '../domain/collection/rows.ts';

type Body<Kind extends OperationBody['kind']> = Extract<OperationBody, { kind: Kind }>;

export function effectsOfCreateDeck(body: Body<'create-deck'>, rows: Rows): Result<Effects> {
  const taken = nameProblem([body.name], [...rows.decks.values()]);
  if (taken) return taken;
  if (rows.decks.has(body.deckId)) return nameTaken(body.name);
  const { deckId: id, name, presetId } = body;
  const after: Deck = { id, name, presetId, sections: [], source: '' };
  return ok({ changes: [{ table: 'decks', key: id, before: undefined, after }] });
}

/** Notes go to a deck that is there, or to one that is made for them in the same step. */
export function effectsOfMove(body: Body<'move-notes'>, rows: Rows): Result<Effects> {
  const { deckId, newDeck, noteIds } = body;
  const move = (decks: Rows['decks']): Result<Effects> =>
    changeNotes(noteIds, { ...rows, decks }, (note) => ({ ...note, deckId }));
  if (!newDeck) return rows.decks.has(deckId) ? move(rows.decks) : deckGone();
  const created = effectsOfCreateDeck({ kind: 'create-deck', deckId, ...newDeck }, rows);
  if (!created.ok) return created;
  const made: Deck = { id: deckId, ...newDeck, sections: [], source: '' };
  const moved = move(new Map(rows.decks).set(deckId, made));
  if (!moved.ok) return moved;
  // The sections that the notes bring are on the new deck's list from the start: one row, one change.
  const isNew = ({ table, key }: Change): boolean => table === 'decks' && key === deckId;
  const after = (moved.value.changes.find(isNew)?.after ?? made) as Deck;
  const others = moved.value.changes.filter((change) => !isNew(change));
  return ok({
    changes: [{ table: 'decks', key: deckId, before: undefined, after }, ...others],
  });
}

export function effectsOfRenameDecks(body: Body<'rename-decks'>, rows: Rows): Result<Effects> {
  const names = new Map<string, string>(body.names.map(({ deckId, name }) => [deckId, name]));
  const others = [...rows.decks.values()].filter((deck) => !names.has(deck.id));
  const taken = nameProblem([...names.values()], others);
  if (taken) return taken;
  const changes = [...names].flatMap(([key, name]): Change[] => {
    const before = rows.decks.get(key);
    return before ? [{ table: 'decks', key, before, after: { ...before, name } }] : [];
  });
  return changes.length > 0 ? ok({ changes }) : deckGone();
}

/** The decks' notes go with them, or into another deck with schedules and history. */
export function effectsOfDeleteDecks(body: Body<'delete-decks'>, rows: Rows): Result<Effects> {
  const gone = new Set<string>(body.deckIds);
  const noteIds = body.noteIds.filter((id) => gone.has(rows.notes.get(id)?.deckId ?? ''));
  const { moveTo } = body;
  if (moveTo !== undefined && (!rows.decks.has(moveTo) || gone.has(moveTo))) return deckGone();
  let changes: readonly Change[] = [];
  if (moveTo === undefined) changes = deletions(noteIds, rows);
  else if (noteIds.length > 0) {
    const moved = changeNotes(noteIds, rows, (note) => ({ ...note, deckId: moveTo }));
    if (!moved.ok) return moved;
    changes = moved.value.changes;
  }
  const decks = body.deckIds.flatMap((key): Change[] => {
    const before = rows.decks.get(key);
    if (!before) return [];
    const id = deckGrave(key);
    return [
      { table: 'decks', key, before, after: undefined },
      { table: 'graves', key: id, before: rows.graves.get(id), after: { id } },
    ];
  });
  const exams = moveTo === undefined ? [] : withMergedDecks(rows.overlays, gone, moveTo);
  return decks.length > 0 ? ok({ changes: [...changes, ...decks, ...exams] }) : deckGone();
}

export function effectsOfDeckPreset(body: Body<'set-deck-preset'>, rows: Rows): Result<Effects> {
  const changes = body.deckIds.flatMap((key): Change[] => {
    const before = rows.decks.get(key);
    const after = before && { ...before, presetId: body.presetId };
    return before ? [{ table: 'decks', key, before, after }] : [];
  });
  return changes.length > 0 ? ok({ changes }) : deckGone();
}

/** Its decks are studied under the default options from then on. */
export function effectsOfDeletePreset(body: Body<'delete-preset'>, rows: Rows): Result<Effects> {
  const before = rows.presets.get(body.presetId);
  if (!before || body.presetId === DEFAULT_PRESET_ID) {
    return failed(
      'These study options cannot be deleted.',
      'They and all decks are as they were.',
      'Choose other options for a deck instead.',
    );
  }
  const users = [...rows.decks.values()].filter((deck) => deck.presetId === body.presetId);
  return ok({
    changes: [
      { table: 'presets', key: body.presetId, before, after: undefined },
      ...users.map((deck): Change => {
        const after = { ...deck, presetId: DEFAULT_PRESET_ID };
        return { table: 'decks', key: deck.id, before: deck, after };
      }),
    ],
  });
}

/** A deck's name is one or more parts with '::' between them; no two decks have the same. */
function nameProblem(names: readonly string[], others: readonly Deck[]): Result<never> | undefined {
  if (names.some((name) => name === '' || partsOf(name).some((part) => part.trim() === ''))) {
    return failed(
      'A deck needs a name, and so does each part of it between “::”.',
      'Nothing was changed.',
      'Give every part a name.',
    );
  }
  const taken = new Set(others.map((deck) => deck.name.toLowerCase()));
  for (const name of names) {
    if (taken.has(name.toLowerCase())) return nameTaken(name);
    taken.add(name.toLowerCase());
  }
  return undefined;
}

function nameTaken(name: string): Result<never> {
  return failed(
    `There is already a deck “${name}”.`,
    'Nothing was changed.',
    'Choose another name, or merge the two decks.',
  );
}
