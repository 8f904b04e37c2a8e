import type { RegradePreview } from '../../../engine/queries/once/study/regrade.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { percent } from '../../kit/text/format.ts';

/** '134 answers to 56 cards, 20 of them brought by an import, would count as Again.' */
export function regradeInWords({ answers, cards, past }: RegradePreview): string {
  if (answers === 0) return t`No review graded Hard in these days can be counted as Again.`;
  const brought =
    past === 0
      ? ''
      : past === answers
        ? t`, brought by an import,`
        : t`, ${past} of them brought by an import,`;
  return t`${plural(answers, '# answer')} to ${plural(cards, '# card')}${brought} would count as Again instead of Hard.`;
}

/** What Rounds takes to be known of these cards, as it stands and then. */
export function regradeKnownInWords({ cards, known }: RegradePreview): string {
  const [before, after] = [known.before / cards, known.after / cards];
  return plural(
    cards,
    'Today Rounds expects you to recall {before} of this card; it would be {after}.',
    'Today Rounds expects you to recall {before} of these cards; it would be {after}.',
    { before: percent(before), after: percent(after) },
  );
}

/** Answers that cannot be counted otherwise, and why (INSIGHT-13). */
export function regradeLeftOutInWords({ leftOut }: RegradePreview): string | undefined {
  if (leftOut === 0) return undefined;
  return plural(
    leftOut,
    '# more answer cannot be counted otherwise, because its card was forgotten on request since, or the beginning of the history is not known, or something else than answers has changed it. It stays Hard.',
    '# more answers cannot be counted otherwise, because their cards were forgotten on request since, or the beginning of the history is not known, or something else than answers has changed it. They stay Hard.',
  );
}

/** What becomes of dates that follow: '40 cards would come sooner, 2 later.' */
export function regradeDatesInWords({ dates: { sooner, later } }: RegradePreview): string {
  if (sooner + later === 0) return t`No card would come on another day.`;
  if (sooner === 0) return t`${plural(later, '# card')} would come later.`;
  return t`${plural(sooner, '# card')} would come sooner${later > 0 ? t`, ${later} later` : ''}.`;
}
