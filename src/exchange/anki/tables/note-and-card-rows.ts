import { named } from '../../../kernel/named.ts';
import { t } from '../../../kernel/texts.ts';
import { BadPackage } from '../bad-package.ts';
import { MOST_NOTE_BYTES } from '../limits.ts';
import type { AnkiCard, AnkiNote, AnkiReviews } from '../anki-collection.ts';
import type { SqlValue, UntrustedDatabase } from '../sqlite/untrusted-database.ts';
import { columnId, largeNumberOf, numberOf, sqlText } from './columns.ts';

/**
 * All notes, by id; of one that is larger than a note can be, a sentence in `problems` instead.
 * Throws BadPackage where one is of the future.
 */
export function notesIn(
  database: UntrustedDatabase,
  latestMillis: number,
  problems: string[],
): readonly AnkiNote[] {
  const notes: AnkiNote[] = [];
  const rows = database.each(
    t`SELECT id, CAST(guid AS BLOB), mid, mod, CAST(tags AS BLOB), CAST(flds AS BLOB), flags,
      CAST(data AS BLOB), usn FROM notes ORDER BY id`,
  );
  for (const [id, guid, type, modified, tags, fields, flags, data, usn] of rows) {
    const noteId = madeAt(id, 'a note', latestMillis);
    if (fields instanceof Uint8Array && fields.length > MOST_NOTE_BYTES) {
      const size = Math.ceil(fields.length / 1024 / 1024);
      const [first = ''] = sqlText(fields.subarray(0, 400)).split('\x1f');
      problems.push(
        t`The note “${named(first)}” cannot be taken: it has ${size} MB of text, and a note may have 8 MB.`,
      );
      continue;
    }
    notes.push({
      id: noteId,
      guid: sqlText(guid),
      typeId: columnId(type, t`the type of a note`),
      modifiedSeconds: largeNumberOf(modified),
      usn: numberOf(usn),
      tags: sqlText(tags)
        .split(/[ \u3000]+/)
        .filter((tag) => tag !== ''),
      fields: sqlText(fields).split('\x1f'),
      flags: numberOf(flags),
      data: sqlText(data),
    });
  }
  return notes;
}

/** All cards, by id. */
export function cardsIn(database: UntrustedDatabase, latestMillis: number): readonly AnkiCard[] {
  const cards: AnkiCard[] = [];
  const rows = database.each(
    t`SELECT id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid,
      flags, CAST(data AS BLOB), usn FROM cards ORDER BY id`,
  );
  for (const row of rows) {
    const [id, note, deck, ord, modified, type, queue, due, ivl, factor, reps, lapses] = row;
    const [left, odue, odid, flags, data, usn] = row.slice(12);
    cards.push({
      id: madeAt(id, 'a card', latestMillis),
      noteId: largeNumberOf(note),
      deckId: columnId(deck, t`the deck of a card`),
      ord: numberOf(ord),
      modifiedSeconds: largeNumberOf(modified),
      usn: numberOf(usn),
      type: numberOf(type),
      queue: numberOf(queue),
      due: largeNumberOf(due),
      ivl: numberOf(ivl),
      factor: numberOf(factor),
      reps: numberOf(reps),
      lapses: numberOf(lapses),
      left: numberOf(left),
      odue: largeNumberOf(odue),
      odid: columnId(odid, t`the home of a card`),
      flags: numberOf(flags),
      data: sqlText(data),
    });
  }
  return cards;
}

/** The whole log of reviews. */
export function reviewsIn(database: UntrustedDatabase, latestMillis: number): AnkiReviews {
  const [[count, odd]] = database.rows(
    `SELECT count(*), sum(typeof(id) != 'integer') FROM revlog`,
  ) as [[SqlValue, SqlValue]];
  if (numberOf(odd) > 0) throw damagedId('a review');
  const length = numberOf(count);
  const reviews = {
    length,
    ids: new Float64Array(length),
    cardIds: new Float64Array(length),
    ease: new Int8Array(length),
    intervals: new Int32Array(length),
    lastIntervals: new Int32Array(length),
    factors: new Int32Array(length),
    millis: new Int32Array(length),
    types: new Int8Array(length),
    usns: new Int32Array(length),
  };
  let at = 0;
  database.eachOfNumbers(
    t`SELECT id, cid, ease, ivl, lastIvl, factor, time, type, usn FROM revlog ORDER BY id`,
    (row) => {
      const [id = 0, card, ease, interval, last, factor, millis, type, usn] = row;
      if (at === length) return;
      reviews.ids[at] = madeAt(id, 'a review', latestMillis);
      reviews.cardIds[at] = largeNumberOf(card);
      reviews.ease[at] = Math.min(127, Math.max(-128, numberOf(ease)));
      reviews.intervals[at] = numberOf(interval);
      reviews.lastIntervals[at] = numberOf(last);
      reviews.factors[at] = numberOf(factor);
      reviews.millis[at] = numberOf(millis);
      reviews.types[at] = Math.min(127, Math.max(-128, numberOf(type)));
      reviews.usns[at] = numberOf(usn);
      at++;
    },
  );
  return reviews;
}

/** An id, which says when what it names was made. */
function madeAt(value: SqlValue | undefined, what: string, latestMillis: number): number {
  const id = columnId(value, what);
  if (id <= latestMillis) {
    // Some programs count from 1; below 0 no program does, but it names a row as well.
    if (id >= Number.MIN_SAFE_INTEGER) return Number(id);
    throw damagedId(what);
  }
  const date = id < 8.64e15 ? new Date(Number(id)).toISOString().slice(0, 10) : t`no date there is`;
  throw new BadPackage('future', `The file holds ${what} dated ${date}, which is still to come.`);
}

function damagedId(what: string): BadPackage {
  return new BadPackage('damaged', `The collection in the file is damaged: ${what} has no id.`);
}
