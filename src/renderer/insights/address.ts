import type { InsightsAsked } from '../../domain/statistics/insights.ts';
import type { StatisticsPeriod } from '../../domain/statistics/period.ts';
import type { StatisticsScope } from '../../domain/statistics/scope.ts';
import { t } from '../../kernel/texts.ts';
import { inAddress } from '../kit/text/in-address.ts';

export const PERIODS: Readonly<Record<StatisticsPeriod, string>> = {
  week: t`7 days`,
  month: t`30 days`,
  quarter: t`90 days`,
  year: t`Year`,
  all: t`All`,
};
const AT_FIRST: StatisticsPeriod = 'quarter';

/** What an address of the page asks for: '/insights?deck=Neurology&period=year' (INSIGHT-2). */
export function askedInAddress(query: string): InsightsAsked {
  const params = new URLSearchParams(query);
  return { scope: scopeIn(params), period: periodIn(params.get('period')) };
}

function periodIn(text: string | null): StatisticsPeriod {
  return text !== null && Object.hasOwn(PERIODS, text) ? (text as StatisticsPeriod) : AT_FIRST;
}

function scopeIn(params: URLSearchParams): StatisticsScope {
  const [search, section, deck] = ['search', 'section', 'deck'].map((name) => params.get(name));
  if (search !== null && search !== undefined) return { kind: 'search', text: search };
  if (section) {
    return deck
      ? { kind: 'section', path: section, deckPath: deck }
      : { kind: 'section', path: section };
  }
  return deck ? { kind: 'deck', path: deck } : { kind: 'all' };
}

/** The address under which the page shows what is asked. */
export function addressOf({ scope, period }: InsightsAsked): string {
  const parts: (readonly [name: string, value: string])[] = [];
  if (scope.kind === 'search') parts.push(['search', scope.text]);
  if (scope.kind === 'section') parts.push(['section', scope.path]);
  if (scope.kind === 'deck') parts.push(['deck', scope.path]);
  if (scope.kind === 'section' && scope.deckPath !== undefined)
    parts.push(['deck', scope.deckPath]);
  if (period !== AT_FIRST) parts.push(['period', period]);
  const query = parts.map(([name, value]) => `${name}=${inAddress(value)}`).join('&');
  return query === '' ? '/insights' : `/insights?${query}`;
}

/** What the simulator tells of: '/insights/simulator?deck=Neurology&days=90' (SIM-7). */
export interface SimulatorAddress {
  /** undefined: all decks. */
  readonly deckPath: string | undefined;
  readonly days: 90 | 365;
}

export function simulatorInAddress(query: string): SimulatorAddress {
  const params = new URLSearchParams(query);
  const days = params.get('days') === '90' ? 90 : 365;
  return { deckPath: params.get('deck') ?? undefined, days };
}

export function addressOfSimulator({ deckPath, days }: Partial<SimulatorAddress>): string {
  const parts = [
    ...(deckPath === undefined ? [] : [`deck=${inAddress(deckPath)}`]),
    ...(days === 90 ? ['days=90'] : []),
  ];
  return `/insights/simulator${parts.length > 0 ? '?' : ''}${parts.join('&')}`;
}
