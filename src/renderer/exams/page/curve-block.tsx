import type { ExamOutlook } from '../../../domain/exam/outlook/outlook.ts';
import { t } from '../../../kernel/texts.ts';
import { MinutesCurve } from '../charts/minutes-curve.tsx';
import { Block } from './block.tsx';

/** The minutes curve, or the place for it while it is worked out. */
export function CurveBlock(props: {
  readonly outlook: ExamOutlook;
  readonly isWorking: boolean;
  readonly onMinutes?: ((minutes: number) => void) | undefined;
}) {
  const { outlook, isWorking } = props;
  const { curve } = outlook;
  if (curve.length < 2 && !isWorking) return null;
  return (
    <Block title={t`Minutes a day`} className="curve-block">
      {curve.length < 2 ? (
        <p className="curve-awaited soft">{t`The curve is being worked out…`}</p>
      ) : (
        <div aria-busy={isWorking}>
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
