import type { InsightsAsked } from '../../domain/statistics/insights.ts';
import { PERIOD_DAYS, type StatisticsPeriod } from '../../domain/statistics/period.ts';
import type { StatisticsScope } from '../../domain/statistics/scope.ts';
import { parseIsoInstant } from '../../domain/replay/iso-instant.ts';
import { ask } from '../../engine/headless.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { CliIo } from '../io.ts';
import { reasonOf } from '../reason-of.ts';
import { insightsInText } from './insights-text.ts';

const PERIODS: readonly StatisticsPeriod[] = [
  ...(Object.keys(PERIOD_DAYS) as (keyof typeof PERIOD_DAYS)[]),
  'all',
];
const USAGE =
  'Usage: rounds stats FILE.rounds [--deck PATH] [--section PATH] [--search TEXT]\n' +
  `  [--period ${PERIODS.join('|')}] [--at INSTANT] [--json]`;
const VALUED = ['--deck', '--section', '--search', '--period', '--at'] as const;
type Valued = (typeof VALUED)[number];

interface Called {
  readonly path: string;
  readonly asked: InsightsAsked;
  /** Another instant than now, in ISO 8601. */
  readonly at: ClockReading | undefined;
  readonly asJson: boolean;
}

/**
 * `rounds stats FILE.rounds …` (STATS-36): every figure of Insights, as text or as JSON. Exit code 0;
 * 1: there is no such file, it is damaged, or its search cannot be read; 2: called wrongly.
 */
export async function statsCommand(args: readonly string[], io: CliIo): Promise<number> {
  const called = readArguments(args);
  if (typeof called === 'string') {
    io.err(`${called}\n${USAGE}`);
    return 2;
  }
  const { path, asked, asJson } = called;
  const fail = (...sentences: readonly string[]): number => {
    const message = sentences.join(' ');
    io.err(`${path}: ${message}`);
    if (asJson) io.out(JSON.stringify({ problem: message }, null, 2));
    return 1;
  };
  const file = await io.openFile(path).catch((error: unknown) => reasonOf(error));
  if (typeof file === 'string') return fail(file, 'Check the name and the folder.');
  const clock = called.at ?? clockNow();
  const read = await ask('insights', { bytes: file, asked, clock }).finally(() => file.close());
  if (!read.ok) return fail(read.problem.what);
  if (!read.value.ok) return fail(read.value.problem.what, read.value.problem.todo);
  const told = read.value.value;
  if (!told.ok) return fail(told.problem.what, told.problem.todo);
  io.out(asJson ? JSON.stringify(told.value, null, 2) : insightsInText(told.value));
  return 0;
}

function clockNow(): ClockReading {
  const now = new Date();
  return { atMillis: now.getTime(), utcOffsetMinutes: -now.getTimezoneOffset() };
}

/** How it was called, or what is wrong with that. */
function readArguments(args: readonly string[]): Called | string {
  const given = new Map<Valued, string>();
  const paths: string[] = [];
  let asJson = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--json') asJson = true;
    else if ((VALUED as readonly string[]).includes(arg)) {
      const value = args[++at];
      if (value === undefined || value.startsWith('--')) return `${arg} needs a value.`;
      if (given.has(arg as Valued)) return `${arg} was given twice.`;
      given.set(arg as Valued, value);
    } else if (arg.startsWith('--')) return `${arg} is not known.`;
    else paths.push(arg);
  }
  const [path, ...others] = paths;
  if (path === undefined) return 'No file was named.';
  if (others.length > 0) return 'One file at a time.';
  const period = given.get('--period') ?? 'month';
  if (!isPeriod(period)) return `There is no period “${period}”.`;
  const scope = scopeOf(given);
  if (typeof scope === 'string') return scope;
  const written = given.get('--at');
  const at = written === undefined ? undefined : parseIsoInstant(written, 0);
  if (written !== undefined && !at)
    return `“${written}” is no date and time such as 2026-03-02T10:00+01:00.`;
  return { path, asked: { scope, period }, at, asJson };
}

function scopeOf(given: ReadonlyMap<Valued, string>): StatisticsScope | string {
  const [deck, section, search] = [
    given.get('--deck'),
    given.get('--section'),
    given.get('--search'),
  ];
  if (search !== undefined) {
    if (deck !== undefined || section !== undefined) return '--search stands alone.';
    return { kind: 'search', text: search };
  }
  if (section !== undefined) {
    return { kind: 'section', path: section, ...(deck === undefined ? {} : { deckPath: deck }) };
  }
  return deck === undefined ? { kind: 'all' } : { kind: 'deck', path: deck };
}

function isPeriod(text: string): text is StatisticsPeriod {
  return (PERIODS as readonly string[]).includes(text);
}
