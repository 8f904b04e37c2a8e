import { type ReactNode, useContext } from 'react';
import { plural, t } from '../../../../kernel/texts.ts';
import { RangeTrack } from '../range-track.tsx';
import { along } from '../scales.ts';
import { OtherWay } from '../values.tsx';
import '../chart.css';

/** A named value on a line of its own. */
export interface ValueRow {
  readonly key: string;
  readonly name: string;
  readonly note?: string;
  readonly value: number;
  /** Where it may truly lie; absent where it is no estimate. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Something to compare it with. */
  readonly tick?: number | undefined;
  /** The value in words, at the right. */
  readonly said: string;
  /** `isOther`: the other way, where the page has one (OtherWay). */
  readonly onOpen?: ((isOther?: boolean) => void) | undefined;
}

/** More are in the table alone: a page of lines is no picture. */
export const MOST_DRAWN = 12;

/**
 * Values one below the other on lines of one scale: dots with their intervals, or bars where they
 * are amounts.
 */
export function ValueRows(props: {
  readonly words: string;
  readonly rows: readonly ValueRow[];
  readonly from: number;
  readonly to: number;
  readonly shape: 'dots' | 'bars';
  /** The ends of the scale in words; amounts from nothing need none. */
  readonly ends?: readonly [string, string];
  readonly caption?: string;
  /** So many more rows, in words; sections without. */
  readonly more?: (rows: number) => string;
  readonly children?: ReactNode;
}) {
  const { rows, from, to, shape, ends } = props;
  const drawn = rows.slice(0, MOST_DRAWN);
  const more = rows.length - drawn.length;
  const { more: moreOf = (n: number) => plural(n, '# more section') } = props;
  const caption = [
    ...(props.caption === undefined ? [] : [props.caption]),
    ...(more > 0 ? [t`${moreOf(more)} in the table.`] : []),
  ].join(' ');
  return (
    <figure className="chart">
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of its roles have a name */}
      <div
        className="range-rows"
        role={rows.some(({ onOpen }) => onOpen) ? 'group' : 'img'}
        aria-label={props.words}
      >
        {drawn.map((row) => (
          <div key={row.key} className="range-row">
            <span className="range-name">
              {row.onOpen ? <OpenButton onOpen={row.onOpen}>{row.name}</OpenButton> : row.name}
              {row.note !== undefined && <span className="small soft number">{row.note}</span>}
            </span>
            {shape === 'dots' ? (
              <RangeTrack
                range={{ expected: row.value, low: row.value, high: row.value, ...row.range }}
                tick={row.tick}
                from={from}
                to={to}
              />
            ) : (
              <AmountTrack value={row.value} from={from} to={to} />
            )}
            <span className="range-value number">{row.said}</span>
          </div>
        ))}
        {ends && (
          <div className="range-row range-axis small soft number" aria-hidden="true">
            <span className="range-name" />
            <span className="range-ends">
              <span>{ends[0]}</span>
              <span>{ends[1]}</span>
            </span>
          </div>
        )}
      </div>
      {caption !== '' && <figcaption className="small soft">{caption}</figcaption>}
      {props.children}
    </figure>
  );
}

/** A name that opens what is behind it, in both ways where the page has two. */
export function OpenButton(props: {
  readonly onOpen: (isOther?: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { onOpen, className = 'range-open' } = props;
  const otherWay = useContext(OtherWay);
  return (
    <button
      type="button"
      className={className}
      aria-description={otherWay}
      onClick={(event) => onOpen(otherWay !== undefined && event.shiftKey)}
      onContextMenu={(event) => {
        if (otherWay === undefined) return;
        event.preventDefault();
        onOpen(true);
      }}
    >
      {props.children}
    </button>
  );
}

function AmountTrack(props: {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}) {
  const { place } = along([props.from, props.to], [0, 100]);
  return (
    <svg className="range-track" height={12} aria-hidden="true">
      <rect
        className="tone-plain"
        x="0"
        y="1"
        height="10"
        width={`${Math.max(0.5, place(props.value)).toFixed(2)}%`}
      />
    </svg>
  );
}
