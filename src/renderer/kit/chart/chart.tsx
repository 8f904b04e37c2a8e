import { type PointerEvent, type ReactNode, useId } from 'react';
import { usePixels } from '../hooks/use-pixels.ts';
import { useWidth } from '../hooks/use-width.ts';
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
  readonly heightRem: number;
  readonly draw: (room: Room) => ReactNode;
  /** Told where the pointer is, from the left; undefined when it is gone. */
  readonly onPoint?: (x: number | undefined, room: Room) => void;
  readonly children?: ReactNode;
}) {
  const { onPoint } = props;
  const { ref, width } = useWidth<HTMLElement>(480);
  const rem = usePixels(1);
  const id = useId();
  const room: Room = { width, height: props.heightRem * rem, rem, id };
  function onPointerMove(event: PointerEvent<SVGSVGElement>): void {
    onPoint?.(event.clientX - event.currentTarget.getBoundingClientRect().left, room);
  }
  return (
    <figure className="chart" ref={ref}>
      <svg
        viewBox={`0 0 ${room.width} ${room.height}`}
        height={room.height}
        role="img"
        aria-label={props.words}
        {...(onPoint && { onPointerMove, onPointerLeave: () => onPoint(undefined, room) })}
      >
        {props.draw(room)}
      </svg>
      {props.children}
    </figure>
  );
}
