import { DEFAULT_PRESET_ID, type Deck } from '../../domain/collection/deck.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import { stockType } from '../../domain/content/stock.ts';
import type { IncomingCard, IncomingNote } from '../../domain/import/incoming.ts';
import { packedLog } from '../../domain/import/packed-log.ts';
import type { PastEntry, PastLog } from '../../domain/import/past-log.ts';
import { DEFAULT_WEIGHTS } from '../../domain/memory/weights.ts';
import { cardIdOf, type DeckId, type FieldId, type NoteId, type Slot } from '../../kernel/ids.ts';
import { pathFrom } from '../../kernel/path.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import { MILLIS_PER_DAY } from '../../kernel/time.ts';
import type { AnkiCard } from '../anki/anki-collection.ts';
import { memoryOfCard } from '../anki/mapping/answers/memories.ts';
import { type AnkiDays, lastReviewOf, scheduleOf } from '../anki/mapping/schedules.ts';
import { isTooLong } from '../anki/limits.ts';
import type { UntrustedDatabase } from '../anki/sqlite/untrusted-database.ts';
import { type Brought, several } from '../incoming/brought.ts';
import { mediaNamesIn } from '../../domain/template/html-text.ts';
import { namedList } from '../anki/read-package.ts';
import { logColumns } from '../incoming/replayed-log.ts';
import { htmlOfFact } from './fact-html.ts';
import { type MnemosyneCard, type MnemosyneFact, readMnemosyne } from './read-database.ts';
import { type TypeHere, typeHereOf } from './types.ts';
import { type MediaBeside, NO_MEDIA } from './zipped.ts';

const DECK: Deck = {
  id: 'mnemosyne' as DeckId,
  name: t`Mnemosyne`,
  presetId: DEFAULT_PRESET_ID,
  sections: [],
  source: '',
};
const DAY_SECONDS = MILLIS_PER_DAY / 1000;
const ROLLOVER_HOUR = 3;
const [LEARNING, REVIEW, RELEARNING] = [0, 1, 2] as const;

/**
 * What a database of Mnemosyne 2 brings (ANKI-34): a fact is a note, a tag a section, and all of it
 * one deck, because Mnemosyne has none. Its grades are Anki's: 0 and 1 Again, 2 Hard, 3 and 4 Good,
 * 5 Easy. `beside`: the files of its folder of media, where they are at hand. Throws BadPackage.
 */
export function broughtByMnemosyne(
  database: UntrustedDatabase,
  clock: ClockReading,
  beside: MediaBeside = NO_MEDIA,
): Brought {
  const { facts, types } = readMnemosyne(database);
  const days: AnkiDays = {
    firstDay: 0,
    utcOffsetMinutes: clock.utcOffsetMinutes,
    rolloverHour: ROLLOVER_HOUR,
  };
  const made = new Map<string, TypeHere>();
  const used = new Map<string, NoteType>();
  const notes: IncomingNote[] = [];
  const cards: IncomingCard[] = [];
  const pastLogs: PastLog[] = [];
  let unknown = 0;
  let tooLong = 0;
  let reviews = 0;
  const lacking = new Set<string>();
  let lackingNotes = 0;
  for (const fact of facts) {
    const here = typeHereOf(fact, types, made);
    if (!here || fact.cards.length === 0) {
      unknown++;
      continue;
    }
    if (isTooLong(fact.texts)) {
      tooLong++;
      continue;
    }
    if (!stockType(here.type.id)) used.set(here.type.id, here.type);
    const written = noteOf(fact, here, notes.length, clock.atMillis);
    const lacked = namesIn(written).filter((name) => !beside.has(name));
    for (const name of lacked) lacking.add(name);
    if (lacked.length > 0) lackingNotes++;
    const note = { ...written, fields: beside.named(written.fields) };
    notes.push(note);
    const taken = new Set<Slot>();
    for (const [index, card] of fact.cards.entries()) {
      const entries = entriesOf(card);
      const id = cardIdOf(note.id, freeSlot(here.slotOf(card, index), taken));
      cards.push(cardOf(id, card, entries, days));
      reviews += entries.length;
      if (entries.length > 0) pastLogs.push({ id, ...places(days), packed: packedLog(entries) });
    }
  }
  return {
    types: [...used.values()],
    presets: [],
    decks: notes.length > 0 ? [DECK] : [],
    ...{ notes, cards, pastLogs, reviews },
    media: beside.files,
    hasSchedule: cards.some(({ schedule }) => schedule.state !== 'new'),
    scripts: [],
    problems: [],
    otherwise: otherwiseOf({ unknown, tooLong, media: lackingNotes }, [...lacking]),
  };
}

/** `wanted`, or the first that is free: two deletions of one text can stand at one place in the file. */
function freeSlot(wanted: Slot, taken: Set<Slot>): Slot {
  let slot = wanted;
  for (let next = 1; taken.has(slot); next++) slot = next;
  taken.add(slot);
  return slot;
}

function namesIn({ fields }: IncomingNote): readonly string[] {
  return [...new Set(Object.values(fields).flatMap(mediaNamesIn))];
}

function otherwiseOf(
  { unknown, tooLong, media }: { unknown: number; tooLong: number; media: number },
  lacking: readonly string[],
): string[] {
  const problems: string[] = [];
  if (unknown > 0) {
    const what = several(
      unknown,
      t`fact has no card or a type that Rounds does not know and is`,
      t`facts have no card or a type that Rounds does not know and are`,
    );
    problems.push(t`${what} left out.`);
  }
  if (tooLong > 0) {
    const what = several(tooLong, t`fact has`, t`facts have`);
    problems.push(t`${what} more than 8 MB of text, which no note may have, and cannot be taken.`);
  }
  if (media > 0) {
    const what = several(media, t`note shows`, t`notes show`);
    const names = namedList(lacking, t`file is not in it`, t`files are not in it`);
    problems.push(
      t`${what} pictures or sounds that are not here: ${names} Mnemosyne keeps them in the folder whose name ends in “_media”, beside its database: put both into one zip, and import that.`,
    );
  }
  return problems;
}

function places({ utcOffsetMinutes, rolloverHour }: AnkiDays) {
  return { utcOffsetMinutes, rolloverHour };
}

function noteOf(
  { id, texts, cards }: MnemosyneFact,
  { type, fields, isCloze }: TypeHere,
  position: number,
  nowMillis: number,
): IncomingNote {
  const html = fields.flatMap(([key, fieldId]): [FieldId, string][] => {
    const text = htmlOfFact(texts[key] ?? '', isCloze);
    return text === '' ? [] : [[fieldId, text]];
  });
  const tags = cards.flatMap((card) => card.tags.map((tag) => pathFrom(tag) || tag));
  const created = Math.min(...cards.map(({ createdSeconds }) => createdSeconds || Infinity));
  const modified = Math.max(...cards.map(({ modifiedSeconds }) => modifiedSeconds));
  const addedAtMillis = Number.isFinite(created) ? created * 1000 : nowMillis;
  return {
    id: `mnemosyne-${id.replace(/[%/]/g, encodeURIComponent)}` as NoteId,
    noteTypeId: type.id,
    fields: Object.fromEntries(html),
    deckId: DECK.id,
    sections: [...new Set(tags)],
    tags: [],
    position,
    archived: false,
    addedAtMillis,
    editedAtMillis: modified > 0 ? modified * 1000 : addedAtMillis,
    foreign: {
      program: 'mnemosyne',
      row: JSON.stringify({ id, texts, cards: cards.map(({ row }) => row) }),
    },
  };
}

const GRADES = [1, 1, 2, 3, 3, 4];

function entriesOf({ log }: MnemosyneCard): PastEntry[] {
  let wasKnown = false;
  return log.flatMap((each, index): PastEntry[] => {
    const grade = GRADES[each.grade];
    if (grade === undefined) return [];
    const isKnown = each.grade >= 2;
    const days = Math.round((each.nextSeconds - each.atSeconds) / DAY_SECONDS);
    const type = wasKnown
      ? REVIEW
      : index > 0 && log[0] && each.retentionReps > 0
        ? RELEARNING
        : LEARNING;
    wasKnown = isKnown;
    return [
      {
        atMillis: each.atSeconds * 1000,
        grade,
        interval: isKnown ? Math.max(1, days) : -60,
        lastInterval: Math.max(0, Math.round(each.scheduledSeconds / DAY_SECONDS)),
        factor: Math.round(each.easiness * 1000) || 2500,
        durationMillis: each.thinkingSeconds * 1000,
        type,
      },
    ];
  });
}

function cardOf(
  id: IncomingCard['id'],
  card: MnemosyneCard,
  entries: readonly PastEntry[],
  days: AnkiDays,
): IncomingCard {
  const reviews = logColumns(entries);
  const rows = Int32Array.from(entries.keys());
  const row = asAnkis(card);
  const found = memoryOfCard(row, reviews, rows, {
    weights: DEFAULT_WEIGHTS,
    historicalRetention: 0.9,
    ignoreBeforeMillis: 0,
    ...places(days),
  });
  const last = lastReviewOf(row, reviews, rows, days);
  const schedule = scheduleOf(row, row.due, found, last, { learning: 1, relearning: 1 }, days);
  return { id, schedule, flag: 0, suspended: false, buriedUntil: 0 };
}

/** Where it stands, in the columns that Anki has for it: what is known is in review until its day. */
function asAnkis(card: MnemosyneCard): AnkiCard {
  const isKnown = card.grade >= 2;
  const isNew = card.grade < 0;
  const ivl = Math.max(1, Math.round((card.nextSeconds - card.lastSeconds) / DAY_SECONDS));
  // The day that it is due on begins at midnight of UTC in the file, wherever the person is.
  const dueDay = Math.floor(card.nextSeconds / DAY_SECONDS);
  const inSteps = card.lapses > 0 ? 3 : 1;
  return {
    ...{ id: 0, noteId: 0, deckId: 0, ord: 0, usn: 0, odue: 0, odid: 0, flags: 0 },
    modifiedSeconds: card.modifiedSeconds,
    type: isNew ? 0 : isKnown ? 2 : inSteps,
    queue: 0,
    due: isKnown ? dueDay : Math.max(0, card.lastSeconds),
    ivl: isNew ? 0 : isKnown ? ivl : 1,
    factor: Math.round(card.easiness * 1000),
    reps: card.reps,
    lapses: card.lapses,
    left: 1,
    data: card.lastSeconds > 0 ? JSON.stringify({ lrt: card.lastSeconds }) : '',
  };
}
