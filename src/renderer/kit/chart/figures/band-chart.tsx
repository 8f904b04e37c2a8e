import type { ReactNode } from 'react';
import { Chart, type Room } from '../chart.tsx';
import { ChartKey } from '../chart-key.tsx';
import { ChartReading } from '../reading.tsx';
import type { Bands, Scale } from '../scales.ts';
import type { Tone } from '../tones.ts';
import type { OpenValue } from '../values.tsx';

/** What is asked of every chart of values over bands: days, months, hours, steps. */
export interface BandChartProps {
  readonly words: string;
  readonly axis: (index: number) => string | undefined;
  /** What the bands are, for the ear, and each of them in words. */
  readonly name: string;
  readonly reading: (index: number) => string;
  readonly first?: number;
  readonly onOpen?: OpenValue | undefined;
  readonly heightRem?: number;
  readonly caption?: string;
}

/** Where the bands stand and the values lie. */
export interface BandFrame {
  readonly bands: Bands;
  readonly y: Scale;
  readonly left: number;
  readonly top: number;
  readonly base: number;
}

/** What a drawing within the frame is given; `at`: the band that is looked at. */
export interface WithinFrame<Frame extends BandFrame> {
  readonly frame: Frame;
  readonly room: Room;
  readonly at: number | undefined;
}

/** Room for a reading above the values, and for the bands' words below them. */
export function heightsIn(room: Room): { readonly top: number; readonly base: number } {
  return { top: 1.9 * room.rem, base: room.height - 1.7 * room.rem };
}

/** A drawing over bands, with what is read where one is looked at, and its key. */
export function BandChart<Frame extends BandFrame>(props: {
  readonly asked: BandChartProps;
  readonly count: number;
  readonly keys: readonly {
    readonly name: string;
    readonly tone: Tone;
    readonly shape?: 'line' | 'dashes';
  }[];
  readonly frameOf: (room: Room) => Frame;
  readonly draw: (within: WithinFrame<Frame>) => ReactNode;
}) {
  const { asked, count, keys, frameOf } = props;
  function drawn(room: Room, at: number | undefined): ReactNode {
    const frame = frameOf(room);
    const { bands, left, top, base } = frame;
    return (
      <>
        {props.draw({ frame, room, at })}
        {at !== undefined && (
          <ChartReading
            x={bands.middle(at)}
            top={top}
            base={base}
            words={asked.reading(at)}
            left={left}
            room={room}
          />
        )}
      </>
    );
  }
  return (
    <Chart
      words={asked.words}
      heightRem={asked.heightRem ?? 11}
      draw={drawn}
      values={{
        count,
        name: asked.name,
        words: asked.reading,
        find: (x, _y, room) => frameOf(room).bands.at(x),
        first: asked.first,
        onOpen: asked.onOpen,
      }}
    >
      {(keys.length > 0 || asked.caption !== undefined) && (
        <ChartKey items={keys}>{asked.caption}</ChartKey>
      )}
    </Chart>
  );
}
