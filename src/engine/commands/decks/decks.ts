import { DEFAULT_PRESET_ID, decksBelow } from '../../../domain/collection/deck.ts';
import type { DeckId, NoteId } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import type { Operation } from '../../../log/operation.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { pathFrom } from '../../../kernel/path.ts';
import { isBelow, renamedPath } from '../../../domain/text/same-name.ts';
import { readDecks } from '../../../store/reads/decks.ts';
import { noteIdsOfDecks } from '../../../store/reads/notes.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { change } from '../change.ts';
import { plain } from '../plain.ts';

/** A new, empty deck; `name` may have parts: 'Neurology::Multiple sclerosis'. */
export async function createDeck(
  deps: Deps,
  name: string,
  presetId: string = DEFAULT_PRESET_ID,
): Promise<Result<DeckId>> {
  const deckId = newDeckId(deps);
  const body = { kind: 'create-deck', deckId, name: pathFrom(name), presetId } as const;
  const created = await change(deps, body);
  return created.ok ? ok(deckId) : created;
}

/** Notes into a deck that is made for them: one step, which one undo takes back. */
export function moveNotesToNewDeck(
  deps: Deps,
  noteIds: readonly NoteId[],
  name: string,
  watch?: Watch,
): Promise<Result<Operation>> {
  const deckId = newDeckId(deps);
  const newDeck = { name: pathFrom(name), presetId: DEFAULT_PRESET_ID };
  const body = { kind: 'move-notes', noteIds, deckId, newDeck } as const;
  return change(deps, body, watch);
}

/** The deck `from`, and the decks below it, under the path `to`. */
export async function renameDeck(deps: Deps, from: string, to: string): Promise<Result<Operation>> {
  const path = pathFrom(to);
  if (isBelow(path, from)) {
    return failed(
      t`A deck cannot go into one of its own parts.`,
      t`Nothing was changed.`,
      t`Choose another place for it.`,
    );
  }
  return inWords(async () => {
    const names = decksBelow(await readDecks(deps.store), from).map((deck) => ({
      deckId: deck.id,
      name: renamedPath(deck.name, from, path),
    }));
    return change(deps, { kind: 'rename-decks', names });
  });
}

/** Deletes the deck at `path` and those below it; their notes go too, or into `moveTo`. */
export function deleteDeck(
  deps: Deps,
  path: string,
  moveTo: DeckId | undefined,
  watch?: Watch,
): Promise<Result<Operation>> {
  return inWords(async () => {
    const deckIds = decksBelow(await readDecks(deps.store), path).map((deck) => deck.id);
    const noteIds = await noteIdsOfDecks(deps.store, deckIds);
    const moved = moveTo === undefined ? {} : { moveTo };
    const body = { kind: 'delete-decks', deckIds, noteIds, ...moved } as const;
    return change(deps, body, watch);
  });
}

export const setDeckPreset = plain((deckIds: readonly DeckId[], presetId: string) => ({
  kind: 'set-deck-preset',
  deckIds,
  presetId,
}));

export const deletePreset = plain((presetId: string) => ({ kind: 'delete-preset', presetId }));

export function newDeckId(deps: Deps): DeckId {
  return `d-${deps.newId()}` as DeckId;
}
