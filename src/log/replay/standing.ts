import type { Reach, TableName } from '../../domain/collection/rows.ts';
import { buriedIn, noteGrave } from '../../domain/collection/saved-search.ts';
import { type CardId, type DeviceId, type NoteId, noteIdOf } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';

/**
 * Which steps may be taken back, and done again. Database and replay ask here, so that a log means
 * the same wherever it is read:
 *
 * - A step is taken back only while it is the newest in force of its own device and of the device
 *   that takes it back. Steps of other devices that came after it do not stand in the way, unless
 *   they saw or changed what it changed.
 * - Done again is what the same device took back last, until that device does something new.
 */

/** A row that a step changed. */
export interface Touched {
  readonly table: TableName;
  readonly key: string;
}

/** A step in force that came after another. */
export interface LaterStep {
  readonly deviceId: DeviceId;
  readonly reach: Reach;
}

/** Over so many later steps of other devices a step can be taken back, and no more. */
export const MOST_LATER_STEPS = 1000;

/** Whether any of `later` keeps `by` from taking back, or doing again, a step of `owner`. */
export function standsInTheWay(
  owner: DeviceId,
  by: DeviceId,
  touched: readonly Touched[],
  later: readonly LaterStep[],
): boolean {
  if (later.some(({ deviceId }) => deviceId === owner || deviceId === by)) return true;
  if (later.length === 0) return false;
  if (later.length > MOST_LATER_STEPS) return true;
  const footprint = new Footprint(touched);
  return later.some(({ reach }) => footprint.isSeenBy(reach));
}

/** What a step changed, asked whether another step could have seen it. */
class Footprint {
  readonly #keys = new Map<TableName, Set<string>>();
  readonly #noteIds = new Set<NoteId>();
  #hasDeckGraves = false;

  constructor(touched: readonly Touched[]) {
    for (const { table, key } of touched) {
      this.#keys.set(table, (this.#keys.get(table) ?? new Set()).add(key));
      if (table === 'notes') this.#noteIds.add(key as NoteId);
      if (table === 'cards') this.#noteIds.add(noteIdOf(key as CardId));
      if (table === 'graves' && buriedIn('deck', key) !== undefined) this.#hasDeckGraves = true;
    }
  }

  /** Rather yes than no: every operation sees all presets, note types and settings. */
  isSeenBy(reach: Reach): boolean {
    for (const table of ['presets', 'settings', 'noteTypes'] as const) {
      if (this.#keys.has(table)) return true;
    }
    const { noteIds = [], cardIds = [], deckIds = [] } = reach;
    const { notesOfTypes = [], notesOfDecks = [] } = reach;
    const isWide =
      reach.notesOfDeck !== undefined ||
      reach.notesOfType !== undefined ||
      notesOfTypes.length + notesOfDecks.length > 0;
    const hasDecks = this.#keys.has('decks') || this.#hasDeckGraves;
    // A note's deck is read along with it.
    const seesDecks =
      isWide ||
      reach.allDecks === true ||
      [noteIds, cardIds, deckIds].some((ids) => ids.length > 0);
    if (hasDecks && seesDecks) return true;
    if (this.#noteIds.size > 0 && isWide) return true;
    return (
      noteIds.some((id) => this.#noteIds.has(id)) ||
      cardIds.some((id) => this.#noteIds.has(noteIdOf(id))) ||
      this.#has('media', reach.mediaNames) ||
      this.#has('searches', reach.searchIds) ||
      this.#has('cramAnswers', reach.cramAnswerIds) ||
      (reach.allOverlays === true && this.#keys.has('overlays')) ||
      this.#has('overlays', reach.overlayIds) ||
      this.#has('pastLogs', reach.pastLogIds) ||
      // Of a note that a step brought it is not stored which histories came with it.
      (reach.pastLogIds ?? []).some((id) => this.#noteIds.has(noteIdOf(id))) ||
      this.#has('graves', this.#keys.has('graves') ? noteIds.map(noteGrave) : [])
    );
  }

  #has(table: TableName, keys: readonly string[] = []): boolean {
    const own = this.#keys.get(table);
    return own !== undefined && keys.some((key) => own.has(key));
  }
}

/** An undo or a redo of one device, in the order in which they were done. */
export interface BackOrForth<Id> {
  readonly kind: 'undo' | 'redo';
  readonly target: Id;
}

/** What can be done again, the last to be taken back at the end, after `since` the last new step. */
export function redoStack<Id>(since: Iterable<BackOrForth<Id>>): Id[] {
  const stack: Id[] = [];
  for (const { kind, target } of since) {
    if (kind === 'undo') stack.push(target);
    else if (stack.at(-1) === target) stack.pop();
  }
  return stack;
}

/** Why a step is refused that comes after a later number of its device. */
export const LATE = t`a later step of its device stands before it`;

/** Why an undo is refused, in words. */
export const CANNOT_UNDO = {
  what: t`That step can no longer be undone: something was done after it.`,
  kept: t`Nothing was changed.`,
  todo: t`Undo the later steps first.`,
} as const;
export const CANNOT_REDO = {
  what: t`That step can no longer be done again: something new was done since.`,
  kept: t`Nothing was changed.`,
  todo: t`Do it once more by hand.`,
} as const;
