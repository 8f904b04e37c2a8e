import { plural, t } from '../../kernel/texts.ts';

/** A figure, or why there is none: an empty or misleading picture is never drawn. */
export type Figure<Value> =
  | { readonly is: 'there'; readonly value: Value }
  | { readonly is: 'absent'; readonly because: Absence };

/** Why a figure cannot be told. */
export type Absence =
  /** The deck, section or search has no card. */
  | { readonly reason: 'no-cards' }
  /** All of them are suspended. */
  | { readonly reason: 'none-in-study' }
  /** Its cards were never answered. */
  | { readonly reason: 'no-answers' }
  /** They were, but no answer counts: all are dated after today, or broken lines of a log (STATS-3). */
  | { readonly reason: 'none-counts'; readonly ahead: number; readonly broken: number }
  /** They were, but not in the period; `daysAgo`: when last. */
  | { readonly reason: 'no-answers-in-period'; readonly daysAgo: number }
  /** Too little to say anything: `there` of `needed` answers that would do. */
  | { readonly reason: 'too-few-answers'; readonly there: number; readonly needed: number }
  /** No card has been learned yet, so none has a memory to tell of. */
  | { readonly reason: 'nothing-learned' }
  /** Answers there are, but no review of another day than the card's last answer. */
  | { readonly reason: 'no-reviews' };

export function there<Value>(value: Value): Figure<Value> {
  return { is: 'there', value };
}

export function absent(because: Absence): Figure<never> {
  return { is: 'absent', because };
}

/** Why there is no figure, in one sentence (STATS-4). */
export function absenceInWords(because: Absence): string {
  switch (because.reason) {
    case 'no-cards':
      return t`No card is found here.`;
    case 'none-in-study':
      return t`Every card here is suspended, so nothing comes up.`;
    case 'no-answers':
      return t`Nothing has been answered here yet.`;
    case 'none-counts':
      return noneCounts(because);
    case 'no-answers-in-period':
      return plural(
        because.daysAgo,
        'Nothing was answered in this time; the last answer was yesterday.',
        'Nothing was answered in this time; the last answer was # days ago.',
      );
    case 'too-few-answers':
      return plural(
        because.there,
        '# of the {needed} answers that this needs is there.',
        '# of the {needed} answers that this needs are there.',
        { needed: because.needed },
      );
    case 'nothing-learned':
      return t`No card here has been learned yet.`;
    case 'no-reviews':
      return t`No card was reviewed on a later day yet, so nothing can be said about remembering.`;
  }
}

function noneCounts({
  ahead,
  broken,
}: Extract<Absence, { readonly reason: 'none-counts' }>): string {
  const parts = [
    ...(ahead > 0
      ? [plural(ahead, '# is dated later than today', '# are dated later than today')]
      : []),
    ...(broken > 0
      ? [
          plural(
            broken,
            '# is a broken line of an imported history',
            '# are broken lines of an imported history',
          ),
        ]
      : []),
  ];
  return t`No answer here counts: ${parts.join(', ')}.`;
}
