import { named } from '../../kernel/named.ts';
import { depthOf } from '../../kernel/path.ts';
import { plural, t } from '../../kernel/texts.ts';
import { MILLIS_PER_DAY, MINUTES_PER_DAY } from '../../kernel/time.ts';
import type {
  AnkiCard,
  AnkiCollection,
  AnkiConfig,
  AnkiDeck,
  AnkiId,
  AnkiNote,
  AnkiType,
} from './anki-collection.ts';
import { BadPackage } from './bad-package.ts';
import type { Container } from './container/open-package.ts';
import { MOST_DECK_DEPTH } from './limits.ts';
import { UntrustedDatabase } from './sqlite/untrusted-database.ts';
import { jsonObject, largeNumberOf, numberOf, sqlText, throwIfNotAnkis } from './tables/columns.ts';
import { parseExactJson } from './tables/exact-json.ts';
import { withoutFirstScheduler } from './tables/first-scheduler.ts';
import { decksOfJson, presetsOfJson, typesOfJson } from './tables/json-rows.ts';
import { cardsIn, notesIn, reviewsIn } from './tables/note-and-card-rows.ts';
import { decksInTables, presetsInTables, typesInTables } from './tables/protobuf-rows.ts';

const OLDEST_SCHEMA = 11;
/** From here on types, decks and options have tables. */
const FIRST_WITH_TABLES = 15;
const NEWEST_SCHEMA = 18;
/** Of one note: Anki numbers them in 16 bits. */
const MOST_CARDS = 65_536;

/**
 * The collection whose database `pieces` are (ANKI-1). `nowMillis`: what is dated a day later is
 * refused, as Anki does. Throws BadPackage.
 */
export async function readAnkiCollection(
  pieces: readonly Uint8Array[],
  container: Container,
  nowMillis: number,
): Promise<AnkiCollection> {
  const database = await UntrustedDatabase.open(pieces);
  try {
    return readTables(database, container, nowMillis + MILLIS_PER_DAY);
  } finally {
    database.close();
  }
}

function readTables(
  database: UntrustedDatabase,
  container: Container,
  latestMillis: number,
): AnkiCollection {
  for (const table of ['col', 'notes', 'cards', 'revlog']) throwIfNotAnkis(database, table);
  const [row] = database.rows(
    t`SELECT crt, ver, CAST(conf AS BLOB), CAST(models AS BLOB), CAST(decks AS BLOB),
      CAST(dconf AS BLOB), CAST(tags AS BLOB), mod, scm, usn, ls FROM col LIMIT 1`,
  );
  if (!row)
    throw new BadPackage('strange-database', 'This is no collection of Anki’s: it is empty.');
  const [created, version, conf, models, decks, dconf, tags] = row;
  const [modified, schemaModified, usn, synchronised] = row.slice(7);
  const schema = numberOf(version);
  throwIfUnknown(schema);
  const isJson = schema < FIRST_WITH_TABLES;
  if (!isJson) {
    const tables = ['notetypes', 'fields', 'templates', 'decks', 'deck_config', 'config', 'tags'];
    for (const table of tables) throwIfNotAnkis(database, table);
  }
  const problems: string[] = [];
  const found = {
    container,
    schema,
    createdSeconds: largeNumberOf(created),
    changed: {
      modifiedMillis: largeNumberOf(modified),
      schemaMillis: largeNumberOf(schemaModified),
      usn: numberOf(usn),
      synchronisedMillis: largeNumberOf(synchronised),
    },
    config: configOf(
      isJson
        ? Object.entries(jsonObject(sqlText(conf), 'settings'))
        : database
            .rows(t`SELECT CAST(KEY AS BLOB), val FROM config`)
            .map(([key, value]) => [sqlText(key), jsonValue(sqlText(value))]),
    ),
    types: isJson ? typesOfJson(sqlText(models)) : typesInTables(database),
    decks: isJson ? decksOfJson(sqlText(decks)) : decksInTables(database),
    presets: isJson ? presetsOfJson(sqlText(dconf)) : presetsInTables(database),
    tags: isJson
      ? Object.keys(jsonObject(sqlText(tags), 'tags'))
      : database.rows(t`SELECT CAST(tag AS BLOB) FROM tags`).map(([tag]) => sqlText(tag)),
    notes: notesIn(database, latestMillis, problems),
    cards: cardsIn(database, latestMillis),
    reviews: reviewsIn(database, latestMillis),
  };
  throwIfDated(found.createdSeconds * 1000, latestMillis);
  throwIfTooDeep(found.decks);
  const rows = { ...found, ...withoutFirstScheduler(found) };
  return { ...rows, ...withoutStrays(rows, problems) };
}

function throwIfUnknown(schema: number): void {
  if (schema > NEWEST_SCHEMA) {
    throw new BadPackage(
      'newer',
      `This file has schema ${schema}, of a newer Anki than Rounds knows.`,
    );
  }
  if (schema < OLDEST_SCHEMA || (schema > OLDEST_SCHEMA && schema < FIRST_WITH_TABLES)) {
    throw new BadPackage(
      'older',
      `This file has schema ${schema}, which no Anki exports any more.`,
    );
  }
}

function throwIfDated(millis: number, latestMillis: number): void {
  if (millis <= latestMillis) return;
  throw new BadPackage('future', 'The file says that its collection was begun after today.');
}

function throwIfTooDeep(decks: ReadonlyMap<AnkiId, AnkiDeck>): void {
  for (const { name } of decks.values()) {
    if (depthOf(name) < MOST_DECK_DEPTH) continue;
    throw new BadPackage(
      'too-large',
      `The deck “${named(name)}” lies more than ${MOST_DECK_DEPTH} decks deep.`,
    );
  }
}

function configOf(entries: readonly (readonly [string, unknown])[]): AnkiConfig {
  const all = new Map(entries);
  const number = (name: string): number | undefined => {
    const value = all.get(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  const rollover = number('rollover') ?? 4;
  const west = number('creationOffset');
  return {
    all,
    rolloverHour: rollover >= 0 && rollover <= 23 ? Math.trunc(rollover) : 4,
    createdOffsetMinutes:
      west !== undefined && Math.abs(west) <= MINUTES_PER_DAY ? 0 - west : undefined,
    isFsrs: all.get('fsrs') === true,
    learnAheadMinutes: Math.min(720, Math.max(0, (number('collapseTime') ?? 1200) / 60)),
    newWithinReviewLimit: all.get('newCardsIgnoreReviewLimit') !== true,
    // On in Anki unless it was switched off.
    isLoadBalanced: all.get('loadBalancerEnabled') !== false,
  };
}

function jsonValue(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch {
    return undefined;
  }
}

/** Notes and cards that belong to something, and in words how many do not. */
function withoutStrays(
  found: {
    readonly types: ReadonlyMap<AnkiId, AnkiType>;
    readonly notes: readonly AnkiNote[];
    readonly cards: readonly AnkiCard[];
  },
  problems: string[],
) {
  const typed = found.notes.filter(({ typeId }) => {
    const type = found.types.get(typeId);
    return type !== undefined && type.fields.length > 0 && type.templates.length > 0;
  });
  const typeless = found.notes.length - typed.length;
  if (typeless > 0) {
    problems.push(
      t`${counted(typeless, 'note')} cannot be taken, because the note type is not in the file.`,
    );
  }
  const guids = new Set<string>();
  const notes = typed.filter(({ guid }) => guid === '' || guids.size < guids.add(guid).size);
  if (notes.length < typed.length) {
    problems.push(
      t`${counted(typed.length - notes.length, 'note')} cannot be taken, because another has the same mark of identity (guid).`,
    );
  }
  const ids = new Set(notes.map(({ id }) => id));
  const places = new Set<string>();
  const cards = found.cards.filter(
    ({ noteId, ord }) =>
      ids.has(noteId) &&
      ord >= 0 &&
      ord < MOST_CARDS &&
      places.size < places.add(`${noteId}/${ord}`).size,
  );
  if (cards.length < found.cards.length) {
    const lost = found.cards.length - cards.length;
    problems.push(
      t`${counted(lost, 'card')} cannot be taken, because the note is not there or has that card twice.`,
    );
  }
  return { notes, cards, problems };
}

function counted(count: number, noun: string): string {
  return plural(count, '# {noun}', '# {noun}s', { noun });
}
