import type { Card } from '../../domain/collection/card.ts';
import type { IncomingCard } from '../../domain/import/incoming.ts';
import { packedLog } from '../../domain/import/packed-log.ts';
import type { PastLog } from '../../domain/import/past-log.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { AnkiReviews } from '../anki/anki-collection.ts';
import { changedNames } from '../anki/mapping/media-names.ts';
import { entriesOfCard } from '../anki/mapping/answers/reviews.ts';
import { mapCollection, type MappedCollection } from '../anki/mapping/map-collection.ts';
import { scriptsOf } from '../anki/mapping/scripts.ts';
import type { OpenedPackage } from '../anki/container/open-package.ts';
import { readAnkiPackage, readCheckedMedia } from '../anki/read-package.ts';
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
  return {
    types,
    presets,
    decks,
    notes,
    cards: cards.map(incomingCard),
    pastLogs,
    media: opened.media.map((file) => mediaOf(opened, file)),
    settings: { foreign },
    reviews: collection.reviews.length,
    hasSchedule: pastLogs.length > 0 || cards.some(({ schedule }) => schedule.state !== 'new'),
    scripts: types.flatMap((type) => scriptsOf(type) ?? []),
    problems,
    otherwise: otherwiseOf(mapped, collection.notes.length),
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

function otherwiseOf({ notes, cards, elsewhere }: MappedCollection, noteCount: number): string[] {
  const told: string[] = [];
  const cardless = noteCount - notes.length;
  if (cardless > 0) {
    const what = several(cardless, t`note has no card and is`, t`notes have no cards and are`);
    told.push(t`${what} left out.`);
  }
  const blank = cards.filter(({ absent }) => absent).length;
  if (blank > 0) {
    const what = several(blank, 'card', 'cards');
    told.push(t`${what} would ask nothing: their history comes, and they are not studied.`);
  }
  if (elsewhere.size > 0) {
    const one = t`card lies in another deck than most of its note, and is`;
    const many = t`cards lie in another deck than most of their note, and are`;
    told.push(t`${several(elsewhere.size, one, many)} studied there.`);
  }
  return told;
}
