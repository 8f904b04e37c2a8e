import type { Insights, NotCounted } from '../../../domain/statistics/insights.ts';
import type { StatisticsScope } from '../../../domain/statistics/scope.ts';
import { named } from '../../../kernel/named.ts';
import { shownPath } from '../../../kernel/path.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { shortDate } from '../../kit/text/format.ts';

/** 'Neurology: 1,200 cards of 900 notes; 3,400 answers since 2 Sept 2026.' */
export function scopeInWords({ asked, cards, notes, answers, from }: Insights): string {
  const name = nameOfScope(asked.scope);
  if (cards === 0) return t`${name}No card is found here.`;
  const all = t`${name}${plural(cards, '# card')} of ${plural(notes, '# note')}`;
  if (answers.ever === 0) return t`${all}; no answer yet.`;
  if (answers.inPeriod === 0) return t`${all}; no answer since ${shortDate(from)}.`;
  return t`${all}; ${plural(answers.inPeriod, '# answer')} since ${shortDate(from)}.`;
}

/** What stands before the cards' number; '' for all of them. */
function nameOfScope(scope: StatisticsScope): string {
  if (scope.kind === 'all' || (scope.kind === 'search' && scope.text.trim() === '')) return '';
  return scope.kind === 'search'
    ? `“${named(scope.text.trim())}”: `
    : `${named(shownPath(scope.path))}: `;
}

/** What is in the history and counts in no figure; '' for nothing. */
export function notCountedInWords({ crammed, byHand, ahead, broken }: NotCounted): string {
  const parts = [
    ...(crammed > 0 ? [t`${plural(crammed, '# answer')} given while cramming`] : []),
    ...(byHand > 0 ? [t`${plural(byHand, '# date')} set by hand`] : []),
    ...(ahead > 0 ? [t`${plural(ahead, '# answer')} dated later than today`] : []),
    ...(broken > 0 ? [t`${plural(broken, '# broken line')} of an imported history`] : []),
  ];
  return parts.length === 0 ? '' : t`Not counted: ${parts.join(', ')}.`;
}
