import type { Card } from '../../src/domain/collection/card.ts';
import type { KeptPastLog } from '../../src/domain/import/past-log.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../src/domain/collection/deck.ts';
import type { Figure } from '../../src/domain/statistics/absence.ts';
import type { Insights } from '../../src/domain/statistics/insights.ts';
import type { StatisticsPeriod } from '../../src/domain/statistics/period.ts';
import type { StatisticsScope } from '../../src/domain/statistics/scope.ts';
import { insightsOfTables } from '../../src/engine/queries/answers/insights-of-file.ts';
import { mapCollection } from '../../src/exchange/anki/mapping/map-collection.ts';
import { readAnkiPackage } from '../../src/exchange/anki/read-package.ts';
import { loadSqlite } from '../../src/exchange/anki/sqlite/sqlite.ts';
import { broughtByPackage } from '../../src/exchange/incoming/of-package.ts';
import { MILLIS_PER_HOUR } from '../../src/kernel/time.ts';
import { type Replayed, replayOperations } from '../../src/log/replay/replay-all.ts';
import { bytesOfArray } from './bytes-of-array.ts';

// While Vite's runner is open: it loads nothing later.
await loadSqlite();

/** What scripts/anki-statistics.py writes. */
export interface AnkiTold {
  readonly askedAt: number;
  readonly filtered: readonly FilteredAnswer[];
  /** By search and days: 'all 365'. */
  readonly graphs: Readonly<Record<string, AnkiGraphs>>;
}

interface FilteredAnswer {
  /** Days before today. */
  readonly day: number;
  readonly at: number;
  readonly grade: number;
  readonly last: number;
  readonly millis: number;
  readonly isCramming: boolean;
  readonly deck: number;
}

type Counts = Readonly<Record<string, number>>;
interface AnkiGraphs {
  readonly today: Counts;
  readonly reviews: Readonly<Record<'count' | 'time', Readonly<Record<string, Counts>>>>;
  readonly buttons: Readonly<
    Record<string, Readonly<Record<'learning' | 'young' | 'mature', number[]>>>
  >;
  readonly hours: Readonly<
    Record<string, readonly { readonly total: number; readonly correct: number }[]>
  >;
  readonly true_retention: Readonly<Record<string, Counts>>;
  readonly card_counts: Readonly<Record<'excluding_inactive', Counts>>;
  readonly added: { readonly added: Counts };
  readonly intervals: { readonly intervals: Counts };
  readonly stability: { readonly intervals: Counts };
  readonly difficulty: { readonly average: number };
  readonly retrievability: { readonly average: number; readonly sum_by_card: number };
  readonly future_due: { readonly future_due: Counts };
}

/** The two searches that Anki was asked, as scopes, and which of the decks 0, 1 and 2 they find. */
const SCOPES = [
  { name: 'all', scope: { kind: 'all' }, decks: [0, 1, 2] },
  { name: 'neurology', scope: { kind: 'deck', path: 'Neurology' }, decks: [0, 1] },
] as const satisfies readonly { name: string; scope: StatisticsScope; decks: readonly number[] }[];

/** Anki's name of a stretch, ours, and the days it goes back, today among them. */
const STRETCHES = [
  { anki: 'one_month', period: 'month', days: 30 },
  { anki: 'three_months', period: 'quarter', days: 90 },
  { anki: 'one_year', period: 'year', days: 365 },
  { anki: 'all_time', period: 'all', days: Number.POSITIVE_INFINITY },
] as const;

/** Where Rounds counts otherwise than `anki` says of the same collection, once known reasons are allowed for. */
export async function differencesFromAnki(
  collection: Uint8Array,
  { askedAt, filtered, graphs }: AnkiTold,
): Promise<string[]> {
  const tables = await imported(collection, askedAt);
  const now = { atMillis: askedAt, utcOffsetMinutes: 0 };
  const differences: string[] = [];
  const same = (at: string, ours: unknown, anki: unknown): void => {
    const [one, other] = [ours, anki].map((each) => JSON.stringify(each));
    if (one !== other) differences.push(`${at}: Rounds ${one}, Anki ${other}`);
  };
  const near = (at: string, ours: number, anki: number, by: number): void => {
    if (!(Math.abs(ours - anki) <= by)) differences.push(`${at}: Rounds ${ours}, Anki ${anki}`);
  };
  for (const { name, scope, decks } of SCOPES) {
    const insights = (period: StatisticsPeriod): Insights => {
      const told = insightsOfTables(tables, { scope, period }, now);
      if (!told.ok) throw new Error(told.problem.what);
      return told.value;
    };
    const all = insights('all');
    const anki = graphs[`${name} 0`];
    if (!anki) throw new Error(`no graphs of ${name}`);
    const own = filtered.filter(({ deck }) => (decks as readonly number[]).includes(deck));

    const { today } = inFigure(all.recent);
    const ownToday = own.filter(({ day }) => day === 0);
    const cramToday = ownToday.filter(({ isCramming }) => isCramming);
    same(
      `${name} today: answers`,
      today.answers,
      (anki.today.answer_count ?? 0) - cramToday.length,
    );
    near(
      `${name} today: minutes`,
      today.minutes * 60_000,
      (anki.today.answer_millis ?? 0) - sum(cramToday, 'millis'),
      1e-6,
    );
    const [again] = today.byGrade;
    const cramRight = cramToday.filter(({ grade }) => grade > 1).length;
    same(
      `${name} today: recalled`,
      today.answers - again,
      (anki.today.correct_count ?? 0) - cramRight,
    );

    for (const day of inFigure(all.calendar).days) {
      const ago = all.today - day.studyDay;
      if (ago < 0) continue;
      const key = ago === 0 ? '0' : `-${ago}`;
      const count = anki.reviews.count[key] ?? {};
      const then = own.filter((each) => each.day === ago && !each.isCramming);
      const { byKind } = day;
      same(
        `${name} ${ago} days ago`,
        [byKind.new + byKind.learning, byKind.young, byKind.mature],
        [
          (count.learn ?? 0) + (count.relearn ?? 0),
          (count.young ?? 0) + then.filter(({ last }) => last < 21).length,
          (count.mature ?? 0) + then.filter(({ last }) => last >= 21).length,
        ],
      );
      const time = anki.reviews.time[key] ?? {};
      const spent = Object.values(time).reduce((total, each) => total + each, 0);
      const crammed = own.filter((each) => each.day === ago && each.isCramming);
      near(
        `${name} ${ago} days ago: time`,
        day.minutes * 60_000,
        spent - sum(crammed, 'millis'),
        1e-6,
      );
    }

    for (const { anki: stretch, period, days } of STRETCHES) {
      const told = insights(period);
      const within = own.filter(({ day }) => day < days);
      const { buttons } = inFigure(told.answering);
      const ofFiltered = (test: (each: FilteredAnswer) => boolean) =>
        [1, 2, 3, 4].map(
          (grade) => within.filter((each) => each.grade === grade && test(each)).length,
        );
      const theirs = anki.buttons[stretch];
      // Anki calls every answer in a filtered deck one of learning.
      same(
        `${name} ${stretch}: buttons, learning`,
        buttons.learning,
        minus(
          theirs?.learning,
          ofFiltered(() => true),
        ),
      );
      same(
        `${name} ${stretch}: buttons, young`,
        buttons.young,
        plus(
          theirs?.young,
          ofFiltered(({ isCramming, last }) => !isCramming && last < 21),
        ),
      );
      same(
        `${name} ${stretch}: buttons, mature`,
        buttons.mature,
        plus(
          theirs?.mature,
          ofFiltered(({ isCramming, last }) => !isCramming && last >= 21),
        ),
      );
      // Anki's hours leave filtered decks out altogether.
      const hours = (anki.hours[stretch] ?? []).map(({ total }, hour) => {
        const more = within.filter(({ isCramming, at }) => !isCramming && hourOf(at) === hour);
        return total + more.length;
      });
      same(
        `${name} ${stretch}: hours`,
        inFigure(told.retention).byHour.map(({ answers }) => answers),
        hours,
      );
    }

    for (const { span, young, mature } of inFigure(all.retention).table) {
      const theirs = anki.true_retention[span === 'all' ? 'all_time' : span];
      if (!theirs) continue;
      same(
        `${name} ${span}: true retention`,
        [young.count, young.of - young.count, mature.count, mature.of - mature.count],
        [theirs.young_passed, theirs.young_failed, theirs.mature_passed, theirs.mature_failed],
      );
    }

    const known = inFigure(all.known);
    const counts = anki.card_counts.excluding_inactive;
    same(`${name}: cards by state`, known.byState, {
      new: counts.newCards,
      learning: counts.learn,
      relearning: counts.relearn,
      young: counts.young,
      mature: counts.mature,
      suspended: counts.suspended,
      buried: counts.buried,
    });
    same(
      `${name}: intervals`,
      known.interval.bins.map(({ cards }) => cards),
      binned(anki.intervals.intervals, known.interval.bins),
    );
    same(
      `${name}: added`,
      known.added.reduce((total, each) => total + each.cards, 0),
      anki.added.added['0'],
    );
    const [stability, difficulty] = [known.stability, known.difficulty];
    same(
      `${name}: stability, cards`,
      stability.cards,
      Object.values(anki.stability.intervals).reduce((a, b) => a + b, 0),
    );
    // Anki's “average” of difficulty is its median.
    near(`${name}: difficulty`, ((difficulty.median - 1) / 9) * 100, anki.difficulty.average, 0.01);
    // Anki counts seconds since the last answer, Rounds study days, as both do when they schedule.
    const { sum_by_card: theirSum, average } = anki.retrievability;
    near(`${name}: known`, known.expected, theirSum, 0.005 * theirSum);
    near(`${name}: recall`, known.meanRecall * 100, average, 0.5);
    const due = inFigure(all.coming).days.map(({ scheduled }) => scheduled);
    const theirDue = due.map((_, day) => dueOn(anki.future_due.future_due, day));
    same(`${name}: due`, due, theirDue);
  }
  return differences;
}

/** Reviews due on a day from today on; today's with all that waited. */
function dueOn(counts: Counts, day: number): number {
  if (day > 0) return counts[String(day)] ?? 0;
  return Object.entries(counts).reduce(
    (total, [key, count]) => total + (Number(key) <= 0 ? count : 0),
    0,
  );
}

function binned(
  counts: Counts,
  bins: readonly { readonly from: number; readonly to: number }[],
): number[] {
  return bins.map(({ from, to }) =>
    Object.entries(counts).reduce(
      (total, [days, count]) => total + (Number(days) >= from && Number(days) < to ? count : 0),
      0,
    ),
  );
}

function hourOf(atMillis: number): number {
  return Math.floor(atMillis / MILLIS_PER_HOUR) % 24;
}

function plus(one: readonly number[] = [], other: readonly number[]): number[] {
  return one.map((count, index) => count + (other[index] ?? 0));
}

function minus(one: readonly number[] = [], other: readonly number[]): number[] {
  return one.map((count, index) => count - (other[index] ?? 0));
}

function sum(answers: readonly FilteredAnswer[], of: 'millis'): number {
  return answers.reduce((total, each) => total + each[of], 0);
}

function inFigure<Value>(figure: Figure<Value>): Value {
  if (figure.is === 'absent') throw new Error(`absent: ${figure.because.reason}`);
  return figure.value;
}

/** The tables of a collection into which nothing but the package came. */
async function imported(bytes: Uint8Array, atMillis: number): Promise<Replayed> {
  const clock = { atMillis, utcOffsetMinutes: 0 };
  const brought = await broughtByPackage(bytesOfArray(bytes), clock);
  const read = await readAnkiPackage(bytesOfArray(bytes), atMillis);
  const mapped = mapCollection(read.collection, clock);
  const cards = new Map(mapped.cards.map((card: Card) => [card.id as string, card]));
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.id as string, row]));
  const logs = brought.pastLogs.map(
    (log): KeptPastLog => ({ ...log, deckId: cards.get(log.id)?.deckId as KeptPastLog['deckId'] }),
  );
  return {
    ...replayOperations([]),
    decks: byId(brought.decks),
    presets: byId(brought.presets),
    noteTypes: byId(brought.types),
    notes: byId(mapped.notes),
    cards,
    pastLogs: byId(logs),
    settings: new Map([['study', DEFAULT_STUDY_SETTINGS]]),
  } as Replayed;
}
