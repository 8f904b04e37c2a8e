import type { Card } from '../../domain/collection/card.ts';
import type { IncomingCard } from '../../domain/import/incoming.ts';
import { packedLog } from '../../domain/import/packed-log.ts';
import type { PastLog } from '../../domain/import/past-log.ts';
import { noteIdOf } from '../../kernel/ids.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { AnkiCollection, AnkiDeck, AnkiReviews } from '../anki/anki-collection.ts';
import { changedNames } from '../anki/mapping/media-names.ts';
import { entriesOfCard } from '../anki/mapping/answers/reviews.ts';
import { mapCollection, type MappedCollection } from '../anki/mapping/map-collection.ts';
import { scriptsOf } from '../anki/mapping/scripts.ts';
import type { OpenedPackage } from '../anki/container/open-package.ts';
import { namedList, readAnkiPackage, readCheckedMedia } from '../anki/read-package.ts';
import type { Bytes } from '../collection-file/zip-directory.ts';
import { type Brought, type BroughtMedia, several } from './brought.ts';

/** What a package of Anki's brings; its media are read when they are asked for. Throws BadPackage, BadFile and Stopped. */
export async function broughtByPackage(
  bytes: Bytes,
  clock: ClockReading,
  watch?: Watch,
): Promise<Brought> {
  const { collection, opened, problems } = await readAnkiPackage(bytes, clock.atMillis, watch);
  const mapped = mapCollection(collection, clock, changedNames(opened.media));
  const { types, presets, decks, notes, cards, foreign } = mapped;
  const pastLogs = pastLogsOf(mapped, collection.reviews);
  const reviews = sum([...mapped.ankiIds.values()].map((id) => mapped.histories.of(id).length));
  return {
    types,
    presets,
    decks,
    notes,
    cards: cards.map(incomingCard),
    pastLogs,
    media: opened.media.map((file) => mediaOf(opened, file)),
    settings: { foreign },
    reviews,
    hasSchedule: pastLogs.length > 0 || cards.some(({ schedule }) => schedule.state !== 'new'),
    scripts: types.flatMap((type) => scriptsOf(type) ?? []),
    problems,
    otherwise: otherwiseOf(mapped, collection, collection.reviews.length - reviews),
  };
}

function incomingCard(card: Card): IncomingCard {
  const { id, schedule, flag, suspended, buriedUntil, putAwayUntil } = card;
  const hand = putAwayUntil === undefined ? {} : { putAwayUntil };
  return { id, schedule, flag, suspended, buriedUntil, ...hand };
}

/** The whole log by cards, also what is no answer (ANKI-8); of cards that are not in the file none comes. */
function pastLogsOf(
  { ankiIds, histories, days: { utcOffsetMinutes, rolloverHour } }: MappedCollection,
  reviews: AnkiReviews,
): readonly PastLog[] {
  const logs: PastLog[] = [];
  for (const [id, ankiId] of ankiIds) {
    const rows = histories.of(ankiId);
    if (rows.length === 0) continue;
    const packed = packedLog([...entriesOfCard(reviews, rows)]);
    logs.push({ id, utcOffsetMinutes, rolloverHour, packed });
  }
  return logs;
}

function mediaOf(opened: OpenedPackage, file: OpenedPackage['media'][number]): BroughtMedia {
  return { name: file.ownName, bytes: file.bytes, read: () => readCheckedMedia(opened, file) };
}

function otherwiseOf(
  { notes, cards, elsewhere }: MappedCollection,
  collection: AnkiCollection,
  strayReviews: number,
): string[] {
  const told: string[] = [];
  const cardless = collection.notes.length - notes.length;
  if (cardless > 0) {
    const what = several(cardless, t`note has no card and is`, t`notes have no cards and are`);
    told.push(t`${what} left out.`);
  }
  if (strayReviews > 0) {
    const one = t`answer was given on a card that is not in the file, and is`;
    const many = t`answers were given on cards that are not in the file, and are`;
    told.push(t`${several(strayReviews, one, many)} left out.`);
  }
  const archived = new Set(notes.flatMap((note) => (note.archived ? [note.id] : [])));
  const blank = cards.filter(({ id, absent }) => absent && !archived.has(noteIdOf(id))).length;
  if (blank > 0) {
    const what = several(blank, 'card', 'cards');
    told.push(t`${what} would ask nothing: their history comes, and they are not studied.`);
  }
  if (elsewhere.size > 0) {
    const one = t`card lies in another deck than most of its note, and is`;
    const many = t`cards lie in another deck than most of their note, and are`;
    told.push(t`${several(elsewhere.size, one, many)} studied with the others.`);
  }
  const limited = [...collection.decks.values()].filter(hasOwnLimits).map(({ name }) => name);
  if (limited.length > 0) {
    const one = t`deck has limits or a desired retention of its own, and those of its options hold here`;
    const many = t`decks have limits or a desired retention of their own, and those of their options hold here`;
    told.push(namedList(limited, one, many));
  }
  return told;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** Over those of its options, which alone Rounds has. */
function hasOwnLimits({ isFiltered, newPerDay, reviewsPerDay, desiredRetention }: AnkiDeck) {
  const own = [newPerDay, reviewsPerDay, desiredRetention];
  return !isFiltered && own.some((each) => each !== undefined);
}
