import type { Share } from '../../../../domain/statistics/figures/share.ts';
import { t } from '../../../../kernel/texts.ts';
import { LineChart, type LineChartProps } from '../../../kit/chart/figures/line-chart.tsx';
import { percent } from '../../../kit/text/format.ts';
import { lowest } from './retention-shares.ts';

/** Shares one after the other, each with where it may truly lie, against what is asked for. */
export function RetentionLine(
  props: Omit<LineChartProps, 'lines' | 'levels' | 'aim'> & {
    readonly shares: readonly Share[];
    readonly desired: number;
  },
) {
  const { shares, desired, ...rest } = props;
  const floor = lowest(shares, desired);
  const middle = Math.round(((1 + floor) / 2) * 100) / 100;
  return (
    <LineChart
      {...rest}
      lines={[
        {
          name: 'recalled',
          tone: 'strong',
          values: shares.map(({ share }) => share),
          range: shares.map((share) => (share.of > 0 ? share : undefined)),
        },
      ]}
      levels={[floor, middle, 1].map((value) => ({ value, words: percent(value) }))}
      aim={{ value: desired, words: t`${percent(desired)} asked for` }}
    />
  );
}
