import { useEffect, useId, useState } from 'react';
import type { Preset, StudySettings } from '../../domain/collection/deck.ts';
import { canonical } from '../../kernel/canonical.ts';
import { changeInWords, summaryOfWorkload } from '../../domain/workload/compare.ts';
import type { WorkloadDay } from '../../domain/workload/simulate.ts';
import {
  type DecksBefore,
  PREVIEW_DAYS,
  previewWorkload,
  type WorkloadPreview,
} from '../../engine/commands/workload.ts';
import { useDeps } from '../deps.tsx';
import { date } from '../kit/text/format.ts';
import './workload.css';

const WAIT_MILLIS = 400;
const WIDTH = 600;
const HEIGHT = 120;

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
      <h3 id={titleId}>What to expect</h3>
      <p role="status">
        {isSame
          ? `About ${Math.round(after.minutesADay)} minutes a day over the next ${PREVIEW_DAYS} days, if every day is studied in full.`
          : changeInWords({ before, after }, PREVIEW_DAYS)}
      </p>
      <Chart before={isSame ? undefined : found.before} after={found.after} />
      <details>
        <summary className="small soft">As a table</summary>
        <table className="number small">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Now, minutes</th>
              <th scope="col">Changed, minutes</th>
              <th scope="col">Reviews</th>
              <th scope="col">New</th>
            </tr>
          </thead>
          <tbody>
            {found.after.map((day, index) => (
              <tr key={day.studyDay}>
                <th scope="row">{date(day.studyDay, { day: 'numeric', month: 'short' })}</th>
                <td>{Math.round(found.before[index]?.minutes ?? 0)}</td>
                <td>{Math.round(day.minutes)}</td>
                <td>{Math.round(day.reviews)}</td>
                <td>{Math.round(day.new)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Chart(props: {
  readonly before: readonly WorkloadDay[] | undefined;
  readonly after: readonly WorkloadDay[];
}) {
  const { before, after } = props;
  const most = Math.max(1, ...[...(before ?? []), ...after].map((day) => day.minutes));
  const line = (days: readonly WorkloadDay[]): string =>
    days
      .map((day, index) => {
        const x = (index / Math.max(1, days.length - 1)) * WIDTH;
        return `${x.toFixed(1)},${(HEIGHT - (day.minutes / most) * HEIGHT).toFixed(1)}`;
      })
      .join(' ');
  return (
    <figure className="workload-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} className="axis" />
        {before && <polyline points={line(before)} className="before" />}
        <polyline points={line(after)} className="after" />
      </svg>
      <figcaption className="small soft number">
        <span>Tomorrow</span>
        <span>
          {before ? 'dashed: as it is now' : ''} highest {Math.round(most)} min
        </span>
        <span>in {after.length} days</span>
      </figcaption>
    </figure>
  );
}

/** Asked anew a moment after the last change; `draft` undefined: a value cannot be read. */
function usePreview(
  decks: readonly DecksBefore[],
  draft: Preset | undefined,
  settings: StudySettings,
): WorkloadPreview | undefined {
  const deps = useDeps();
  const [found, setFound] = useState<WorkloadPreview>();
  const key = canonical({ decks, draft, settings });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    if (!draft) return;
    let isGone = false;
    const timer = setTimeout(async () => {
      const preview = await previewWorkload(deps, decks, draft, settings);
      if (!isGone && preview.ok) setFound(preview.value);
    }, WAIT_MILLIS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [deps, key]);
  return found;
}
