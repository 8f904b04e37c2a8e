import type { RetentionByAge } from '../../../../domain/statistics/figures/retention.ts';
import type { Share } from '../../../../domain/statistics/figures/share.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { trackStart } from '../../../kit/chart/range-track.tsx';
import { percent, percentOf, percentOfAll } from '../../../kit/text/format.ts';

/** Of every table of shares, behind what its rows are called. */
export const SHARE_COLUMNS = [
  { name: t`Reviews` },
  { name: t`Recalled`, say: percentOfAll },
  { name: t`90 % interval, from`, say: percent },
  { name: 'to', say: percent },
  { name: t`Young`, say: percentOfAll },
  { name: t`Mature`, say: percentOfAll },
];

/** The cells of `SHARE_COLUMNS`. */
export function shareCells({ all, young, mature }: RetentionByAge) {
  const isAny = all.of > 0;
  return [
    all.of,
    all.share,
    isAny ? all.low : undefined,
    isAny ? all.high : undefined,
    young.share,
    mature.share,
  ];
}

/** Intervals of fewer reviews are cut off rather than let flatten all others. */
const ENOUGH_FOR_SCALE = 20;

/** A round share below the intervals that are drawn, so that differences are seen. */
export function lowest(shares: readonly Share[], desired: number): number {
  const enough = shares.filter(({ of }) => of >= ENOUGH_FOR_SCALE);
  const some = enough.length > 0 ? enough : shares.filter(({ of }) => of > 0);
  return trackStart([desired - 0.05, ...some.map(({ low }) => low)]);
}

/** '91 % of 120 reviews'. */
export function shareInWords(share: Share): string {
  if (share.of === 0) return t`no reviews`;
  return t`${percentOf(share.count, share.of)} of ${plural(share.of, '# review')}`;
}
