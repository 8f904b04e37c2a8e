import type { Deck, Preset } from '../../../domain/collection/deck.ts';
import type { Change, Rows } from '../../../domain/collection/rows.ts';
import { deckGrave } from '../../../domain/collection/saved-search.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import { canonical } from '../../../kernel/canonical.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { typeHash } from '../../parts/as-imported.ts';

/** Note types after an import. */
export interface BroughtTypes {
  readonly changes: readonly Change[];
  /** All of them. */
  readonly all: ReadonlyMap<string, NoteType>;
  /** Those that were here and are others now, so that their notes' cards may come and go. */
  readonly followed: readonly NoteType[];
}

/**
 * A type that is as an import last brought it follows the file. One that the person has changed
 * stays so, and gets the fields that are new, because texts come for them (ANKI-24).
 */
export function broughtTypes(
  types: readonly NoteType[],
  known: ReadonlyMap<string, NoteType>,
): BroughtTypes {
  const all = new Map(known);
  const changes: Change[] = [];
  const followed: NoteType[] = [];
  for (const theirs of types) {
    const before = all.get(theirs.id);
    const mine = before ?? noteTypeOf(theirs.id, all);
    // A stock type as it comes with Rounds needs no row.
    if (mine && !before && typeHash(mine) === typeHash(theirs)) continue;
    const after = mine ? mergedType(mine, theirs) : asBrought(theirs);
    if (mine && canonical(mine) === canonical(after)) continue;
    all.set(after.id, after);
    changes.push({ table: 'noteTypes', key: after.id, before, after });
    if (mine && typeHash(mine) !== typeHash(after)) followed.push(after);
  }
  return { changes, all, followed };
}

function mergedType(mine: NoteType, theirs: NoteType): NoteType {
  const hash = typeHash(mine);
  const { foreign = mine.foreign } = theirs;
  if (hash === mine.asImported || hash === typeHash(theirs)) {
    return asBrought({ ...theirs, ...(foreign && { foreign }) });
  }
  const own = new Set<string>(mine.fields.map(({ id }) => id));
  const fields = [...mine.fields, ...theirs.fields.filter(({ id }) => !own.has(id))];
  return { ...mine, fields, ...(foreign && { foreign }) };
}

function asBrought(type: NoteType): NoteType {
  return { ...type, asImported: typeHash(type) };
}

/** Options that are here stay as they are; what the file says of them is kept for the way back. */
export function broughtPresets(
  presets: readonly Preset[],
  known: ReadonlyMap<string, Preset>,
): Change[] {
  return added(presets, known, (table) => ({ table: 'presets', ...table }));
}

/** Decks after an import. */
export interface BroughtDecks {
  readonly all: ReadonlyMap<string, Deck>;
  /** What changes, once the notes' sections are known: decks list them. */
  withSections(sections: ReadonlyMap<DeckId, readonly string[]>): Change[];
}

/** The same of decks. One that was deleted and comes again is wanted again. */
export function broughtDecks(decks: readonly Deck[], rows: Rows): BroughtDecks {
  const changes = added(decks, rows.decks, (table) => ({ table: 'decks', ...table }));
  const all = new Map(rows.decks);
  for (const change of changes)
    if (change.table === 'decks' && change.after) all.set(change.key, change.after);
  return {
    all,
    withSections(sections) {
      const after = new Map<string, Deck>();
      for (const { key } of changes) after.set(key, all.get(key) as Deck);
      for (const [id, listed] of sections) {
        const deck = all.get(id);
        if (deck && listed.length > deck.sections.length)
          after.set(id, { ...deck, sections: listed });
      }
      return [...after].flatMap(([key, row]): Change[] => {
        const grave = rows.graves.get(deckGrave(key));
        return [
          { table: 'decks', key, before: rows.decks.get(key), after: row },
          ...(grave
            ? [{ table: 'graves', key: grave.id, before: grave, after: undefined } as const]
            : []),
        ];
      });
    },
  };
}

function added<Row extends Deck | Preset>(
  incoming: readonly Row[],
  known: ReadonlyMap<string, Row>,
  change: (rows: { key: string; before: Row | undefined; after: Row }) => Change,
): Change[] {
  return [...new Map(incoming.map((row) => [row.id as string, row]))].flatMap(([key, row]) => {
    const before = known.get(key);
    if (!before) return [change({ key, before, after: row })];
    const { foreign } = row;
    if (!foreign || canonical(foreign) === canonical(before.foreign)) return [];
    return [change({ key, before, after: { ...before, foreign } })];
  });
}
