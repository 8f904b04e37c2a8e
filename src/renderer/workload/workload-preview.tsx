import { useEffect, useId, useState } from 'react';
import type { Preset, StudySettings } from '../../domain/collection/deck.ts';
import { canonical } from '../../kernel/canonical.ts';
import {
  minutesAheadInWords,
  workloadChangeInWords,
  summaryOfWorkload,
} from '../../domain/workload/compare-workloads.ts';
import type { WorkloadDay } from '../../domain/workload/simulate.ts';
import {
  type DecksBefore,
  PREVIEW_DAYS,
  type WorkloadPreview,
} from '../../domain/workload/compare-workloads.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { DayAxis, Levels } from '../kit/chart/axes.tsx';
import { Chart, type Room } from '../kit/chart/chart.tsx';
import { ChartTable } from '../kit/chart/chart-table.tsx';
import { linePath } from '../kit/chart/svg-paths.ts';
import { amounts, bandsBetween } from '../kit/chart/scales.ts';
import { dayAndMonth } from '../kit/text/day-words.ts';
import { shortMinutes } from '../kit/text/format.ts';
import './workload.css';

const WAIT_MILLIS = 400;

/** What other options would make of the coming days of some decks, before they are saved. */
export function WorkloadPreviewView(props: {
  readonly decks: readonly DecksBefore[];
  readonly draft: Preset | undefined;
  readonly settings: StudySettings;
}) {
  const titleId = useId();
  const found = usePreview(props.decks, props.draft, props.settings);
  if (!found) return null;
  const before = summaryOfWorkload(found.before);
  const after = summaryOfWorkload(found.after);
  if (before.minutesADay + after.minutesADay === 0) return null;
  const isSame = canonical(found.before) === canonical(found.after);
  return (
    <section className="workload" aria-labelledby={titleId}>
      <h3 id={titleId}>{t`What to expect`}</h3>
      <p role="status">
        {isSame
          ? t`${minutesAheadInWords(after, PREVIEW_DAYS)}, if every day is studied in full.`
          : workloadChangeInWords({ before, after }, PREVIEW_DAYS)}
      </p>
      {Math.max(before.longestMinutes, after.longestMinutes) >= 0.5 && (
        <WorkloadLines before={isSame ? undefined : found.before} after={found.after} />
      )}
    </section>
  );
}

function WorkloadLines(props: {
  readonly before: readonly WorkloadDay[] | undefined;
  readonly after: readonly WorkloadDay[];
}) {
  const { before, after } = props;
  return (
    <Chart
      words={t`Minutes a day over the next ${after.length} days.`}
      heightRem={9}
      draw={(room) => <Lines before={before} after={after} room={room} />}
    >
      {before && (
        <figcaption className="small soft">{t`Minutes a day. Line: with the change. Dashed: as it is now.`}</figcaption>
      )}
      <ChartTable
        about={t`minutes and cards, day by day`}
        head={[t`Day`, t`Now`, t`Changed`, t`Reviews`, t`New`]}
        rows={after.map((day, index) => [
          dayAndMonth(day.studyDay),
          shortMinutes((before ?? after)[index]?.minutes ?? 0),
          shortMinutes(day.minutes),
          Math.round(day.reviews),
          Math.round(day.new),
        ])}
      />
    </Chart>
  );
}

function Lines(props: {
  readonly before: readonly WorkloadDay[] | undefined;
  readonly after: readonly WorkloadDay[];
  readonly room: Room;
}) {
  const { before, after, room } = props;
  const left = 3.6 * room.rem;
  const base = room.height - 1.6 * room.rem;
  const bands = bandsBetween(after.length, left, room.width);
  const most = Math.max(1, ...[...(before ?? []), ...after].map((day) => day.minutes));
  const y = amounts(most, base, 0.8 * room.rem);
  const path = (days: readonly WorkloadDay[]): string =>
    linePath(days.map((day, index) => [bands.middle(index), y(day.minutes)]));
  const levels = [most, most / 2].map((value) => ({ value, words: t`${Math.round(value)} min` }));
  return (
    <>
      <Levels at={levels} y={y} left={left} right={room.width} />
      <DayAxis days={after} bands={bands} base={base} room={room} first={t`tomorrow`} />
      {before && <path className="chart-line chart-line-before" d={path(before)} />}
      <path className="chart-line chart-line-next" d={path(after)} />
    </>
  );
}

/** Asked anew a moment after the last change; `draft` undefined: a value cannot be read. */
function usePreview(
  decks: readonly DecksBefore[],
  draft: Preset | undefined,
  settings: StudySettings,
): WorkloadPreview | undefined {
  const engine = useEngine();
  const [found, setFound] = useState<WorkloadPreview>();
  const key = canonical({ decks, draft, settings });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    if (!draft) return;
    let isGone = false;
    const timer = setTimeout(async () => {
      const preview = await engine.ask('previewWorkload', { decks, after: draft, settings });
      if (!isGone && preview.ok) setFound(preview.value);
    }, WAIT_MILLIS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [engine, key]);
  return found;
}
