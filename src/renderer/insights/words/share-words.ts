import type { Share } from '../../../domain/statistics/figures/share.ts';
import { named } from '../../../kernel/named.ts';
import { shownPath } from '../../../kernel/path.ts';
import { t } from '../../../kernel/texts.ts';
import { hundredthsOf } from '../../kit/text/format.ts';

/** Below this, a share is said as it was counted: '9 of 12'. */
const COUNTED_BELOW = 50;
/** So many reviews, before a section or an hour is said to stand out. */
const ENOUGH = 20;

/** '91 of 100'; '9 of 12' where there are few. 100 is all of them, and 0 none. */
export function outOfHundred({ of, count }: Share): string {
  if (of === 0) return t`none of none`;
  return of < COUNTED_BELOW ? t`${count} of ${of}` : t`${hundredthsOf(count, of)} of 100`;
}

/** How a share stands to what was asked: only what the interval leaves no doubt of is called other. */
export function againstAsked({ of, share, low, high }: Share, asked: number): string {
  const hundred = Math.round(asked * 100);
  // Beside '30 of 30', a bare 90 would be of something else.
  const wanted = of < COUNTED_BELOW ? t`${hundred} of 100` : String(hundred);
  if (of < ENOUGH) return t`too few to hold against the ${wanted} asked for`;
  if (low <= asked && asked <= high) return t`as asked`;
  // Sure to differ, and yet the same when it is said.
  if (Math.round((share ?? 0) * 100) === hundred) return t`as asked`;
  return (share ?? 0) > asked
    ? t`more than the ${wanted} asked for`
    : t`fewer than the ${wanted} asked for`;
}

/**
 * Of some that can be compared, the one that is surely below `usual`, the lowest first; undefined:
 * none is, as far as can be said.
 */
export function weakest<Each>(
  all: readonly Each[],
  shareOf: (each: Each) => Share,
  usual: number,
): Each | undefined {
  const comparable = all.filter((each) => shareOf(each).of >= ENOUGH);
  return comparable
    .filter((each) => shareOf(each).share !== undefined)
    .filter((each) => isSurely(shareOf(each), usual, 'below', comparable.length))
    .sort((a, b) => (shareOf(a).share ?? 0) - (shareOf(b).share ?? 0))[0];
}

/**
 * Whether a share is above or below `usual` beyond chance. Of twenty that are all as usual one
 * would seem to differ, so the more are compared, the more is asked: one false word in twenty pages.
 */
export function isSurely(
  { of, share = Number.NaN }: Share,
  usual: number,
  how: 'below' | 'above',
  compared: number,
): boolean {
  if (of < ENOUGH) return false;
  const spread = Math.sqrt(Math.max(0.01, usual * (1 - usual)) / of);
  const apart = how === 'below' ? usual - share : share - usual;
  // P(Z > z) is at most exp(-z²/2)/2: 0.05 shared by all that are compared.
  return apart / spread > Math.sqrt(2 * Math.log(Math.max(1, compared) / 0.1));
}

/** A section as it is called on the page; `decks`: more than one deck is told of. */
export function sectionTitle(
  { deckName, section }: { readonly deckName: string; readonly section: string },
  hasDecks: boolean,
): string {
  const name = section === '' ? t`No section` : named(shownPath(section));
  return hasDecks ? `${name} (${named(shownPath(deckName))})` : name;
}

/** Whether sections of more than one deck are among these. */
export function areOfSeveralDecks(sections: readonly { readonly deckName: string }[]): boolean {
  return new Set(sections.map(({ deckName }) => deckName)).size > 1;
}
