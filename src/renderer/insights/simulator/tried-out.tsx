import { useId, useState } from 'react';
import type { Deck, Preset } from '../../../domain/collection/deck.ts';
import { absenceInWords, type Figure } from '../../../domain/statistics/absence.ts';
import {
  inSum,
  type SimulatedSpan,
  type Simulation,
  type SimulatorAsked,
} from '../../../domain/workload/simulator/simulator.ts';
import { canonical } from '../../../kernel/canonical.ts';
import type { LivePresets } from '../../../engine/queries/live/settings.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { WorkLine } from '../../kit/progress/work-line.tsx';
import { useLongAnswer } from '../use-long-answer.ts';
import { besidesInWords, changeInWords } from '../words/simulator-words.ts';
import { DayPictures } from './day-pictures.tsx';
import { TakeOver } from './take-over.tsx';
import {
  areNoDays,
  changedOptions,
  daysOffFrom,
  isAsItIs,
  NO_DAYS,
  optionsOfPreset,
  presetWith,
  type TriedDaysOff,
  wrongValue,
} from './tried-values.ts';
import { ValueFields } from './value-fields.tsx';

/** Long enough for a number of two digits to be typed. */
const WAIT_MILLIS = 350;

/** The values that are tried out, what they lead to, and the way to keep them. */
export function TriedOut(props: {
  readonly preset: Preset;
  /** Those told of. */
  readonly decks: readonly Deck[];
  readonly kept: LivePresets;
  readonly days: SimulatedSpan;
  readonly daysOff: TriedDaysOff;
  readonly onDaysOff: (daysOff: TriedDaysOff) => void;
}) {
  const { preset, decks, kept, days, daysOff, onDaysOff } = props;
  const [options, setOptions] = useState(optionsOfPreset(preset));
  const saved = canonical(optionsOfPreset(preset)) + preset.id;
  const [begunWith, setBegunWith] = useState(saved);
  // What is saved or taken back, here or elsewhere, is where trying begins anew.
  if (begunWith !== saved) {
    setBegunWith(saved);
    setOptions(optionsOfPreset(preset));
  }
  const wrong = wrongValue(options, daysOff);
  const isSame = isAsItIs(preset, options);
  const { value, problem, working, isBusy, stop, again } = useSimulation(
    wrong === undefined
      ? {
          decks,
          presets: kept.presets,
          changed: changedOptions(preset, options),
          daysOff: daysOffFrom(daysOff),
          days,
        }
      : undefined,
  );
  return (
    <>
      <form
        className="simulator-form"
        data-unsaved
        aria-label={t`Values to try`}
        onSubmit={(event) => event.preventDefault()}
      >
        <ValueFields
          options={options}
          daysOff={daysOff}
          onOptions={setOptions}
          onDaysOff={onDaysOff}
        />
        {wrong !== undefined && (
          <p role="alert" className="simulator-wrong">
            {wrong}
          </p>
        )}
        <TakeOver
          preset={preset}
          changed={wrong === undefined && !isSame ? presetWith(preset, options) : undefined}
          decks={decks}
          kept={kept}
          isAnyDayOff={!areNoDays(daysOff)}
          onReset={
            isSame && areNoDays(daysOff)
              ? undefined
              : () => {
                  setOptions(optionsOfPreset(preset));
                  onDaysOff(NO_DAYS);
                }
          }
        />
      </form>
      <div className="insights-state">
        {working && (
          <div className="insights-working">
            <WorkLine working={working} onStop={stop} />
          </div>
        )}
        {!working && !isBusy && problem && (
          <button
            type="button"
            className="range-open"
            onClick={again}
          >{t`Play the days out`}</button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      <div aria-busy={isBusy} className="insights-parts simulator-found">
        {value && <Found figure={value} />}
      </div>
    </>
  );
}

/** The days of the newest values; undefined: a value is wrong, and those of before stay. */
function useSimulation(asked: SimulatorAsked | undefined) {
  const engine = useEngine();
  return useLongAnswer(
    t`Playing out the coming days`,
    canonical(asked),
    asked && ((watch) => engine.ask('simulated', asked, watch)),
    WAIT_MILLIS,
  );
}

function Found({ figure }: { readonly figure: Figure<Simulation> }) {
  const titleId = useId();
  if (figure.is === 'absent') {
    return <p className="picture-sentence">{absenceInWords(figure.because)}</p>;
  }
  const simulation = figure.value;
  const isSame = canonical([...simulation.now.known]) === canonical([...simulation.changed.known]);
  const compared = {
    ...simulation,
    days: simulation.now.minutes.length === 90 ? (90 as const) : (365 as const),
    now: inSum(simulation.now),
    changed: inSum(simulation.changed),
    isSame,
  };
  return (
    <section className="insights-part" aria-labelledby={titleId}>
      <h2 id={titleId} className="hidden-text">{t`What this leads to`}</h2>
      <DayPictures simulation={simulation} sentence={changeInWords(compared)} isSame={isSame} />
      <div className="insights-lines">
        {besidesInWords(compared).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="small soft">{t`From tomorrow on, if every day that is not off is studied within its limits; what is left of today is done today. Nothing is changed by trying.`}</p>
      </div>
    </section>
  );
}
