import { type PointerEvent, type ReactNode, useId, useState } from 'react';
import { usePixels } from '../hooks/use-pixels.ts';
import { useWidth } from '../hooks/use-width.ts';
import { type ChartValues, ValuesLayer } from './values.tsx';
import './chart.css';

/** The room there is to draw in, in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** The text size: what stands beside words grows with them. */
  readonly rem: number;
  /** For ids within the drawing, such as a pattern's. */
  readonly id: string;
}

/**
 * The frame of every chart: as wide as its place, as high as its text size asks, one sentence for
 * who does not see it, and below it what else belongs to it, such as a caption and its table.
 */
export function Chart(props: {
  /** What the drawing shows, in words. */
  readonly words: string;
  /** Text sizes, or how many follow from the width. */
  readonly heightRem: number | ((room: Pick<Room, 'width' | 'rem'>) => number);
  /** `at`: the value that is looked at, of those in `values`. */
  readonly draw: (room: Room, at: number | undefined) => ReactNode;
  /** What can be gone through, by pointer and arrow keys, and opened. */
  readonly values?: ChartValues | undefined;
  /** Told where the pointer is, from the left; undefined when it is gone. */
  readonly onPoint?: (x: number | undefined, room: Room) => void;
  readonly children?: ReactNode;
}) {
  const { heightRem, values, onPoint } = props;
  const { ref, width } = useWidth<HTMLElement>(480);
  const rem = usePixels(1);
  const id = useId();
  const [at, setAt] = useState<number>();
  const rems = typeof heightRem === 'number' ? heightRem : heightRem({ width, rem });
  const room: Room = { width, height: rems * rem, rem, id };
  const shown = values && at !== undefined && at < values.count ? at : undefined;
  function onPointerMove(event: PointerEvent<SVGSVGElement>): void {
    onPoint?.(event.clientX - event.currentTarget.getBoundingClientRect().left, room);
  }
  return (
    <figure className="chart" ref={ref}>
      <div className="chart-drawing">
        <svg
          viewBox={`0 0 ${room.width} ${room.height}`}
          height={room.height}
          role="img"
          aria-label={props.words}
          {...(onPoint && { onPointerMove, onPointerLeave: () => onPoint(undefined, room) })}
        >
          {props.draw(room, shown)}
        </svg>
        {values && values.count > 0 && (
          <ValuesLayer values={values} at={shown} onAt={setAt} room={room} />
        )}
      </div>
      {props.children}
    </figure>
  );
}
