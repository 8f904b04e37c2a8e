import type { Distribution } from '../../../domain/statistics/figures/distribution.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { BarChart } from '../../kit/chart/figures/bar-chart.tsx';
import { binTerm } from '../cards-behind.ts';
import { InsightPicture } from '../picture/insight-picture.tsx';
import type { Open } from './open.ts';

/** Of fewer cards, nine of ten are all of them. */
const ENOUGH_FOR_ENDS = 20;

/** How many cards lie within each step of a value, with the middle and nine of ten marked. */
export function DistributionPicture(props: {
  readonly title: string;
  readonly sentence: string;
  readonly distribution: Distribution;
  readonly property: 'ivl' | 's' | 'd' | 'r';
  readonly say: (value: number) => string;
  readonly open: Open;
}) {
  const { title, distribution, property, say, open } = props;
  const { cards, median, low, high } = distribution;
  const bins = withoutEmptyEnds(distribution.bins);
  const isSpread = cards >= ENOUGH_FOR_ENDS;
  return (
    <InsightPicture
      title={title}
      sentence={props.sentence}
      table={{
        about: title.toLowerCase(),
        columns: [{ name: t`From` }, { name: t`To` }, { name: t`Cards` }],
        rows: bins.map(({ from, to, cards }) => [say(from), say(to), cards]),
      }}
    >
      {cards > 1 && (
        <BarChart
          words={t`${title} of ${plural(cards, '# card')}.`}
          name={t`${title}, cards by step`}
          series={[{ name: 'cards', tone: 'plain', values: bins.map((bin) => bin.cards) }]}
          marks={[
            ...(isSpread ? [{ at: bandAt(bins, low), words: say(low) }] : []),
            { at: bandAt(bins, median), words: t`median ${say(median)}` },
            ...(isSpread ? [{ at: bandAt(bins, high), words: say(high) }] : []),
          ]}
          axis={(index) => (bins[index] ? say(bins[index].from) : undefined)}
          level={thousands}
          reading={(index) => {
            const bin = bins[index];
            if (!bin) return '';
            return t`${say(bin.from)} to ${say(bin.to)}: ${plural(bin.cards, '# card')}`;
          }}
          first={0}
          heightRem={10}
          {...(isSpread && { caption: t`The outer lines have nine of ten cards between them.` })}
          onOpen={(index, isOther) => {
            const bin = bins[index];
            if (bin) open(binTerm(property, bin, bin === distribution.bins.at(-1)))?.(isOther);
          }}
        />
      )}
    </InsightPicture>
  );
}

/** Where a value lies among the bins, which need not be equally wide. */
function bandAt(bins: Distribution['bins'], value: number): number {
  const index = bins.findIndex(({ to }) => value < to);
  if (index === -1) return bins.length;
  const bin = bins[index];
  if (!bin || bin.to === bin.from) return index;
  return index + Math.max(0, (value - bin.from) / (bin.to - bin.from));
}

function withoutEmptyEnds(bins: Distribution['bins']): Distribution['bins'] {
  const first = bins.findIndex(({ cards }) => cards > 0);
  const last = bins.findLastIndex(({ cards }) => cards > 0);
  return first === -1 ? bins : bins.slice(first, last + 1);
}
