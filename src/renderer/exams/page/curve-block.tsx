import { useRef } from 'react';
import type { CurvePoint, ExamOutlook } from '../../../domain/exam/outlook.ts';
import { MinutesCurve } from '../charts/minutes-curve.tsx';
import { Block } from './block.tsx';

/** The minutes curve; while a newer one is worked out, the one before stays where it is. */
export function CurveBlock(props: {
  readonly outlook: ExamOutlook;
  readonly onMinutes?: ((minutes: number) => void) | undefined;
}) {
  const { outlook } = props;
  const last = useRef<readonly CurvePoint[]>([]);
  if (!outlook.isRough) last.current = outlook.curve;
  const curve = last.current;
  if (!outlook.isRough && curve.length < 2) return null;
  return (
    <Block title="Minutes a day" className="curve-block">
      {curve.length < 2 ? (
        <p className="curve-awaited soft">The curve is being worked out…</p>
      ) : (
        <div aria-busy={outlook.isRough}>
          <MinutesCurve
            curve={curve}
            minutesADay={outlook.minutesADay}
            expected={outlook.predicted.expected}
            onMinutes={props.onMinutes}
          />
        </div>
      )}
    </Block>
  );
}
