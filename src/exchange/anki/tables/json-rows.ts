import { t } from '../../../kernel/texts.ts';
import { exactId } from '../container/wire.ts';
import type {
  AnkiDeck,
  AnkiField,
  AnkiId,
  AnkiPreset,
  AnkiTemplate,
  AnkiType,
} from '../anki-collection.ts';
import { jsonObject } from './columns.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Types of schema 11: JSON by id. */
export function typesOfJson(text: string): ReadonlyMap<AnkiId, AnkiType> {
  return rowsOf(text, t`note types`, typeOfJson);
}

export function typeOfJson(id: AnkiId, json: Json): AnkiType {
  const templates = listIn(json, 'tmpls').map(templateOf);
  return {
    id,
    name: textIn(json, 'name'),
    kind: typeKindOf(
      numberIn(json, 'type', 0) === 1,
      numberIn(json, 'originalStockKind', 0),
      templates,
    ),
    fields: listIn(json, 'flds').map(fieldOf),
    templates,
    css: textIn(json, 'css'),
    sortField: numberIn(json, 'sortf', 0),
    raw: { json },
  };
}

/** Anki's number for its own image occlusion type; StockNotetype.OriginalStockKind. */
const STOCK_OCCLUSION = 6;

/** What Anki would take the type for; add-ons' occlusion types are plain cloze or standard types. */
export function typeKindOf(
  isCloze: boolean,
  stockKind: number,
  templates: readonly Pick<AnkiTemplate, 'front'>[],
): AnkiType['kind'] {
  if (!isCloze) return 'standard';
  const isOcclusion =
    stockKind === STOCK_OCCLUSION ||
    templates.some(({ front }) => front.includes('image-occlusion-container'));
  return isOcclusion ? 'occlusion' : 'cloze';
}

function fieldOf(json: Json): AnkiField {
  return {
    name: textIn(json, 'name'),
    id: idIn(json, 'id'),
    hint: textIn(json, 'description'),
    isSticky: json.sticky === true,
    isRightToLeft: json.rtl === true,
    isPlainText: json.plainText === true,
    isLeftOutOfSearch: json.excludeFromSearch === true,
    raw: { json },
  };
}

function templateOf(json: Json): AnkiTemplate {
  return {
    name: textIn(json, 'name'),
    id: idIn(json, 'id'),
    front: textIn(json, 'qfmt'),
    back: textIn(json, 'afmt'),
    raw: { json },
  };
}

/** Decks of schema 11. Their paths are joined as in Rounds. */
export function decksOfJson(text: string): ReadonlyMap<AnkiId, AnkiDeck> {
  return rowsOf(text, 'decks', deckOfJson);
}

export function deckOfJson(id: AnkiId, json: Json): AnkiDeck {
  const retention = numberIn(json, 'desiredRetention', 0);
  return {
    id,
    name: textIn(json, 'name'),
    description: textIn(json, 'desc'),
    isFiltered: numberIn(json, 'dyn', 0) !== 0,
    presetId: idIn(json, 'conf'),
    // A whole number of hundredths.
    desiredRetention: retention > 0 ? retention / (retention > 1 ? 100 : 1) : undefined,
    newPerDay: optionalIn(json, 'newLimit'),
    reviewsPerDay: optionalIn(json, 'reviewLimit'),
    raw: { json },
  };
}

/** Option groups of schema 11. */
export function presetsOfJson(text: string): ReadonlyMap<AnkiId, AnkiPreset> {
  return rowsOf(text, t`study options`, presetOfJson);
}

export function presetOfJson(id: AnkiId, json: Json): AnkiPreset {
  const [fresh, review, lapse] = [
    objectIn(json, 'new'),
    objectIn(json, 'rev'),
    objectIn(json, 'lapse'),
  ];
  const weights = ['fsrsParams6', 'fsrsParams5', 'fsrsWeights']
    .map((name) => numbersIn(json, name))
    .find(({ length }) => length > 0);
  return {
    id,
    name: textIn(json, 'name'),
    newPerDay: numberIn(fresh, 'perDay', 20),
    reviewsPerDay: numberIn(review, 'perDay', 200),
    learningStepsMinutes: numbersIn(fresh, 'delays'),
    relearningStepsMinutes: numbersIn(lapse, 'delays'),
    maximumIntervalDays: numberIn(review, 'maxIvl', 36_500),
    desiredRetention: numberIn(json, 'desiredRetention', 0.9),
    historicalRetention: numberIn(json, 'sm2Retention', 0.9),
    weights: weights ?? [],
    ignoreBefore: textIn(json, 'ignoreRevlogsBeforeDate'),
    isNewRandom: numberIn(fresh, 'order', 1) === 0,
    newMix: numberIn(json, 'newMix', 0),
    reviewOrder: numberIn(json, 'reviewOrder', 0),
    buriesSiblings: fresh.bury === true || review.bury === true,
    easyDays: numbersIn(json, 'easyDaysPercentages'),
    leechThreshold: numberIn(lapse, 'leechFails', 8),
    leechSuspends: numberIn(lapse, 'leechAction', 0) === 0,
    answerCapSeconds: numberIn(json, 'maxTaken', 60),
    autoplays: json.autoplay !== false,
    replaysQuestion: json.replayq !== false,
    showsTimer: json.timer === true || numberIn(json, 'timer', 0) !== 0,
    stopsTimer: json.stopTimerOnAnswer === true,
    advance: {
      questionSeconds: numberIn(json, 'secondsToShowQuestion', 0),
      answerSeconds: numberIn(json, 'secondsToShowAnswer', 0),
      questionAction: numberIn(json, 'questionAction', 0),
      answerAction: numberIn(json, 'answerAction', 0),
      waitsForAudio: json.waitForAudio !== false,
    },
    raw: { json },
  };
}

function rowsOf<Row>(
  text: string,
  what: string,
  rowOf: (id: AnkiId, json: Json) => Row,
): ReadonlyMap<AnkiId, Row> {
  const rows = new Map<AnkiId, Row>();
  for (const [key, json] of Object.entries(jsonObject(text, what))) {
    // The key is a text, and so exact where a number would lose digits.
    if (!/^-?\d{1,19}$/.test(key) || typeof json !== 'object' || json === null) continue;
    const id = exactId(BigInt.asIntN(64, BigInt(key)));
    rows.set(id, rowOf(id, json as Json));
  }
  return rows;
}

function textIn(json: Json, name: string): string {
  const value = json[name];
  return typeof value === 'string' ? value : '';
}

function numberIn(json: Json, name: string, otherwise: number): number {
  const value = json[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function optionalIn(json: Json, name: string): number | undefined {
  const value = json[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function idIn(json: Json, name: string): AnkiId | undefined {
  const value = json[name];
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return exactId(BigInt(value));
  if (typeof value === 'bigint') return value;
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

function objectIn(json: Json, name: string): Json {
  const value = json[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

function listIn(json: Json, name: string): readonly Json[] {
  const value = json[name];
  const list = Array.isArray(value) ? value : [];
  return list.filter((each) => typeof each === 'object' && each !== null);
}

function numbersIn(json: Json, name: string): readonly number[] {
  const value = json[name];
  return Array.isArray(value) && value.every(Number.isFinite) ? value : [];
}
