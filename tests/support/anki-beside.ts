import { isDeepStrictEqual } from 'node:util';
import { mapCollection } from '../../src/exchange/anki/mapping/map-collection.ts';
import { readAnkiPackage } from '../../src/exchange/anki/read-package.ts';
import { loadSqlite } from '../../src/exchange/anki/sqlite/sqlite.ts';
import type { PackageForm } from '../../src/exchange/anki/writing/outgoing.ts';
import { importedFrom, packageOf } from './anki-round-trip.ts';
import { bytesOfArray } from './bytes-of-array.ts';
import { ownCollection } from './own-collection.ts';

// What scripts/compare-anki.mjs asks of Rounds.

// While Vite's runner is open: it loads nothing later.
await loadSqlite();

const now = () => ({ atMillis: Date.now(), utcOffsetMinutes: 0 });

/** A package of Anki's taken in, and given out again. */
export async function throughRounds(
  bytes: Uint8Array,
  { isWhole, form }: { readonly isWhole: boolean; readonly form: PackageForm },
): Promise<Uint8Array> {
  return packageOf(await importedFrom(new Uint8Array(bytes), now(), { isWhole }), form);
}

/** A collection of Rounds' own. */
export function ownPackage(form: PackageForm): Promise<Uint8Array> {
  return packageOf(ownCollection(), form);
}

interface Difference {
  readonly at: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What of Rounds' own collection is another after it was in Anki, whose export `bytes` are. */
export async function comparedWithOwn(bytes: Uint8Array): Promise<readonly Difference[]> {
  const own = ownCollection();
  const read = await readAnkiPackage(bytesOfArray(new Uint8Array(bytes)), Date.now());
  const back = mapCollection(read.collection, { ...now(), utcOffsetMinutes: 60 });
  const differences: Difference[] = [];
  const compare = (at: string, before: unknown, after: unknown): void => {
    const [one, other] = [before, after].map((each) => JSON.parse(JSON.stringify(each ?? null)));
    if (!isDeepStrictEqual(one, other)) differences.push({ at, before: one, after: other });
  };
  const bare = (row: object | undefined): object => ({ ...row, foreign: undefined });
  for (const type of own.all.types) {
    const found = back.types.find(({ id }) => id === type.id);
    compare(`type ${type.id}`, type, bare(found));
  }
  for (const { id } of own.all.presets) {
    const [sent, found] = [own.all.presets, back.presets].map((all) =>
      all.find((each) => each.id === id),
    );
    if (
      own.all.decks.some(
        (deck) => deck.presetId === id && own.notes.some(({ note }) => note.deckId === deck.id),
      )
    ) {
      compare(
        `options ${id}`,
        rounded({ newWithinReviewLimit: true, ...sent }),
        rounded(bare(found)),
      );
    }
  }
  const notes = new Map(back.notes.map((note) => [note.id, note]));
  const cards = new Map(back.cards.map((card) => [card.id, card]));
  for (const { note, cards: sent } of own.notes) {
    const found = notes.get(note.id);
    compare(`fields of ${note.id}`, note.fields, found?.fields);
    compare(
      `sections of ${note.id}`,
      [...note.sections].sort(),
      [...(found?.sections ?? [])].sort(),
    );
    compare(
      `type, labels of ${note.id}`,
      [note.noteTypeId, note.tags, note.archived],
      [found?.noteTypeId, found?.tags, found?.archived],
    );
    compare(`deck of ${note.id}`, note.deckId, found?.deckId);
    for (const { card, reviews, crammed } of sent) {
      const there = cards.get(card.id);
      const rows = back.histories.of(back.ankiIds.get(card.id) ?? 0);
      compare(`history of ${card.id}`, reviews.length + crammed.length, rows.length);
      compare(`flag of ${card.id}`, card.flag, there?.flag);
      const wanted = rounded(card.schedule);
      compare(`schedule of ${card.id}`, wanted, there && rounded(there.schedule));
    }
  }
  return differences;
}

/** As exact as Anki keeps it: memory to a thousandth, instants to a second, floats of 32 bits. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) => {
      if (typeof each !== 'number') return each;
      if (key === 'stability' || key === 'difficulty') return Math.round(each * 100) / 100;
      if (/Millis$/.test(key)) return Math.floor(each / 1000);
      return Number.isInteger(each) ? each : Math.fround(each);
    }),
  );
}
