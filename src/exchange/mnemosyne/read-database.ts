import { t } from '../../kernel/texts.ts';
import type { UntrustedDatabase } from '../anki/sqlite/untrusted-database.ts';
import { largeNumberOf, numberOf, sqlText } from '../anki/tables/columns.ts';

// Mnemosyne 2 keeps all in one SQLite database. Tables and meanings: its source, libmnemosyne/
// databases/SQLite.py and schedulers/SM2_mnemosyne.py. Instants are seconds since 1970.

/** A fact: texts by short keys ('f' front, 'b' back), and the cards that ask for it. */
export interface MnemosyneFact {
  /** The same in every copy of the database. */
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly cards: readonly MnemosyneCard[];
}

export interface MnemosyneCard {
  readonly id: string;
  readonly typeId: string;
  /** Which side of the fact it asks for: the type's id, a dot or two colons, and a number. */
  readonly viewId: string;
  readonly tags: readonly string[];
  /** Which deletion of its text it asks for, from 0; undefined: it is no card of a deletion. */
  readonly deletion?: number;
  /** -1 never asked; 0 and 1 not known; 2 to 5 known. */
  readonly grade: number;
  /** -1: none. */
  readonly nextSeconds: number;
  readonly lastSeconds: number;
  /** As SM-2 has it, 2.5 at first. */
  readonly easiness: number;
  readonly reps: number;
  readonly lapses: number;
  readonly createdSeconds: number;
  readonly modifiedSeconds: number;
  /** What was graded: oldest first. */
  readonly log: readonly MnemosyneGrade[];
  /** Its whole row, for the way back. */
  readonly row: Readonly<Record<string, string | number>>;
}

export interface MnemosyneGrade {
  readonly atSeconds: number;
  readonly grade: number;
  readonly easiness: number;
  readonly nextSeconds: number;
  /** How long it was meant to be, and what it took. */
  readonly scheduledSeconds: number;
  readonly thinkingSeconds: number;
  /** Answers while it was known, this one counted. */
  readonly retentionReps: number;
}

/** A type of cards that a person made. */
export interface MnemosyneType {
  readonly id: string;
  readonly name: string;
  /** Keys of a fact and what they are called. */
  readonly keys: readonly (readonly [key: string, name: string])[];
  readonly views: readonly {
    readonly id: string;
    readonly name: string;
    readonly question: readonly string[];
    readonly answer: readonly string[];
  }[];
}

export interface MnemosyneDatabase {
  readonly facts: readonly MnemosyneFact[];
  readonly types: ReadonlyMap<string, MnemosyneType>;
}

const TABLES = ['facts', 'data_for_fact', 'cards', 'log', 'global_variables'];

export function isMnemosyne({ tables }: UntrustedDatabase): boolean {
  return TABLES.every((table) => tables.has(table));
}

/** Throws BadPackage where the database is damaged. */
export function readMnemosyne(database: UntrustedDatabase): MnemosyneDatabase {
  const logs = logsIn(database);
  const tags = tagsIn(database);
  const cards = new Map<number, MnemosyneCard[]>();
  for (const row of database.each(
    t`SELECT _id, id, card_type_id, _fact_id, fact_view_id, grade, next_rep, last_rep, easiness,
      acq_reps, ret_reps, lapses, creation_time, modification_time, scheduler_data, active, CAST(extra_data AS BLOB)
      FROM cards ORDER BY _id`,
  )) {
    const [rowId, rawId, type, fact, view, grade, next, last, easiness] = row;
    const [acquired, retained, lapses, created, modified, scheduler, active, more] = row.slice(9);
    const id = sqlText(rawId);
    const deletion = deletionIn(sqlText(more));
    const factId = largeNumberOf(fact);
    const own = cards.get(factId) ?? [];
    cards.set(factId, own);
    const numbers = {
      grade: numberOf(grade),
      next_rep: largeNumberOf(next),
      last_rep: largeNumberOf(last),
      easiness: decimalOf(easiness),
      acq_reps: numberOf(acquired),
      ret_reps: numberOf(retained),
      lapses: numberOf(lapses),
      creation_time: largeNumberOf(created),
      modification_time: largeNumberOf(modified),
      scheduler_data: largeNumberOf(scheduler),
      active: numberOf(active),
    };
    own.push({
      id,
      typeId: sqlText(type),
      viewId: sqlText(view),
      tags: tags.get(largeNumberOf(rowId)) ?? [],
      ...(deletion !== undefined && { deletion }),
      grade: numbers.grade,
      nextSeconds: numbers.next_rep,
      lastSeconds: numbers.last_rep,
      easiness: numbers.easiness,
      reps: numbers.acq_reps + numbers.ret_reps,
      lapses: numbers.lapses,
      createdSeconds: numbers.creation_time,
      modifiedSeconds: numbers.modification_time,
      log: logs.get(id) ?? [],
      row: { id, card_type_id: sqlText(type), fact_view_id: sqlText(view), ...numbers },
    });
  }
  const texts = new Map<number, Record<string, string>>();
  for (const [fact, key, value] of database.each(
    t`SELECT _fact_id, CAST(key AS BLOB), CAST(value AS BLOB) FROM data_for_fact`,
  )) {
    const own = texts.get(largeNumberOf(fact)) ?? Object.create(null);
    own[sqlText(key)] = sqlText(value);
    texts.set(largeNumberOf(fact), own);
  }
  const facts = database
    .rows(t`SELECT _id, CAST(id AS BLOB) FROM facts ORDER BY _id`)
    .map(([rowId, id]) => ({
      id: sqlText(id),
      texts: texts.get(largeNumberOf(rowId)) ?? {},
      cards: cards.get(largeNumberOf(rowId)) ?? [],
    }));
  return { facts, types: typesIn(database) };
}

/** Of all that is logged, the number of an answer. */
const REPETITION = 9;

function logsIn(database: UntrustedDatabase): ReadonlyMap<string, readonly MnemosyneGrade[]> {
  const logs = new Map<string, MnemosyneGrade[]>();
  for (const [card, at, grade, easiness, next, scheduled, thinking, retained] of database.each(
    t`SELECT CAST(object_id AS BLOB), timestamp, grade, easiness, next_rep, scheduled_interval,
      thinking_time, ret_reps FROM log WHERE event_type = ${REPETITION} ORDER BY timestamp, _id`,
  )) {
    const id = sqlText(card);
    const own = logs.get(id) ?? [];
    logs.set(id, own);
    own.push({
      atSeconds: largeNumberOf(at),
      grade: numberOf(grade),
      easiness: decimalOf(easiness),
      nextSeconds: largeNumberOf(next),
      scheduledSeconds: largeNumberOf(scheduled),
      thinkingSeconds: numberOf(thinking),
      retentionReps: numberOf(retained),
    });
  }
  return logs;
}

/** What stands on a card that has no tag. */
const NO_TAG = '__UNTAGGED__';

function tagsIn(database: UntrustedDatabase): ReadonlyMap<number, readonly string[]> {
  const tags = new Map<number, string[]>();
  if (!database.tables.has('tags') || !database.tables.has('tags_for_card')) return tags;
  for (const [card, name] of database.each(
    t`SELECT tags_for_card._card_id, CAST(tags.name AS BLOB) FROM tags_for_card
      JOIN tags ON tags._id = tags_for_card._tag_id ORDER BY tags._id`,
  )) {
    if (sqlText(name) === NO_TAG) continue;
    const own = tags.get(largeNumberOf(card)) ?? [];
    tags.set(largeNumberOf(card), own);
    own.push(sqlText(name));
  }
  return tags;
}

function typesIn(database: UntrustedDatabase): ReadonlyMap<string, MnemosyneType> {
  const types = new Map<string, MnemosyneType>();
  if (!database.tables.has('card_types') || !database.tables.has('fact_views')) return types;
  const views = new Map(
    database
      .rows(
        t`SELECT CAST(id AS BLOB), CAST(name AS BLOB), CAST(q_fact_keys AS BLOB),
          CAST(a_fact_keys AS BLOB) FROM fact_views`,
      )
      .map(([id, name, question, answer]) => [
        sqlText(id),
        {
          id: sqlText(id),
          name: sqlText(name),
          question: textsIn(sqlText(question)),
          answer: textsIn(sqlText(answer)),
        },
      ]),
  );
  for (const [id, name, keys, viewIds] of database.rows(
    t`SELECT CAST(id AS BLOB), CAST(name AS BLOB), CAST(fact_keys_and_names AS BLOB),
      CAST(fact_view_ids AS BLOB) FROM card_types`,
  )) {
    const flat = textsIn(sqlText(keys));
    types.set(sqlText(id), {
      id: sqlText(id),
      name: sqlText(name),
      keys: flat.flatMap((key, at) => (at % 2 === 0 ? [[key, flat[at + 1] ?? key] as const] : [])),
      views: textsIn(sqlText(viewIds)).flatMap((each) => views.get(each) ?? []),
    });
  }
  return types;
}

/** The number in `{'cloze': 'heart', 'index': 0}`, as Python writes it. */
function deletionIn(text: string): number | undefined {
  const [number] = /^\d{1,6}\b/.exec(text.slice(text.lastIndexOf(INDEX) + INDEX.length)) ?? [];
  return number === undefined || !text.includes(INDEX) ? undefined : Number(number);
}

const INDEX = "'index': ";

/** The texts in a list as Python writes it: `[('f', "Front"), ('b', 'Back')]`. */
function textsIn(list: string): readonly string[] {
  return [...list.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(([, one, other]) =>
    (one ?? other ?? '').replace(/\\(.)/g, '$1'),
  );
}

function decimalOf(value: unknown): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}
