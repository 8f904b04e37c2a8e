import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { DEFAULT_PRESET_ID, type Preset } from '../../../domain/collection/deck.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { validOptions } from '../../../domain/memory/scheduler.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import type { LivePresets, LiveSettings } from '../../../engine/queries/live/settings.ts';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { NumberField, TextField } from '../../kit/form/fields.tsx';
import { inAddress } from '../../kit/text/in-address.ts';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { EasyWeekdays } from './day-balance.tsx';
import { DecksOfPreset } from './decks-of-preset.tsx';
import { PresetPicker } from './preset-picker.tsx';
import { RetentionPanel } from '../retention/retention-panel.tsx';
import { stepsFrom, stepsText } from './steps-text.ts';
import { RareOptions } from './rare-options.tsx';
import { OwnWeightsPanel } from '../weights/own-weights.tsx';
import { WorkloadPreviewView } from '../../workload/workload-preview.tsx';
import { HelpLink } from '../../kit/page/help-link.tsx';
import { writtenNumber } from '../../kit/text/written-number.ts';

/** How decks are studied. Changes count from the next answer on; no due date moves. */
export function StudyOptions(
  props: LiveSettings & {
    readonly presets: LivePresets;
    readonly onChoose: (presetId: string) => void;
    /** What is set once, or never: folded until it is asked for. */
    readonly isMoreShown: boolean;
    readonly onMore: (isShown: boolean) => void;
  },
) {
  const engine = useEngine();
  const announce = useAnnounce();
  const [preset, setDraft] = useState(props.preset);
  const [settings, setSettings] = useState(props.settings);
  const [steps, setSteps] = useState({
    learning: stepsText(preset.learningStepsMinutes),
    relearning: stepsText(preset.relearningStepsMinutes),
  });
  const [retention, setRetention] = useState(retentionText(preset));
  const [problem, setProblem] = useState<Problem>();
  const change = (part: Partial<Preset>): void => setDraft({ ...preset, ...part });

  /** The options as the form has them, or undefined while a value cannot be read. */
  function drafted(): Preset | undefined {
    const learningStepsMinutes = stepsWritten(steps.learning, preset.learningStepsMinutes);
    const relearningStepsMinutes = stepsWritten(steps.relearning, preset.relearningStepsMinutes);
    if (!learningStepsMinutes || !relearningStepsMinutes) return undefined;
    const isAsBefore = retention === retentionText(preset);
    const desiredRetention = isAsBefore ? preset.desiredRetention : writtenNumber(retention) / 100;
    return { ...preset, desiredRetention, learningStepsMinutes, relearningStepsMinutes };
  }
  const draft = drafted();
  const isReadable =
    draft !== undefined &&
    !('problem' in validOptions({ ...draft, weights: draft.weights ?? settings.weights }));

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!draft) {
      setProblem({
        what: t`The steps could not be read.`,
        kept: t`The settings are as they were.`,
        todo: t`Write times with a unit and spaces between, such as: 1m 10m 1.5h. Leave the field empty for no steps.`,
      });
      return;
    }
    const saved = await engine.run('saveStudyOptions', draft, settings);
    setProblem(saved.ok ? undefined : saved.problem);
    if (saved.ok) announce(t`Study options saved.`);
  }

  // Who has one set of options need not choose before every change. Both have forms of their own, and of
  // a form inside a form React hears nothing.
  const sets = (
    <>
      <PresetPicker live={props.presets} presetId={props.preset.id} onChoose={props.onChoose} />
      <DecksOfPreset preset={props.preset} live={props.presets} settings={props.settings} />
    </>
  );
  const hasOneSet = props.presets.presets.length === 1;
  return (
    <section className="form" aria-labelledby="study-options">
      <h2 id="study-options">{t`Studying`}</h2>
      {!hasOneSet && sets}
      <form className="form" onSubmit={(event) => void save(event)} aria-labelledby="study-options">
        {preset.id !== DEFAULT_PRESET_ID && (
          <TextField name={t`Name`} value={preset.name} onChange={(name) => change({ name })} />
        )}
        <div className="field-grid">
          <NumberField
            name={t`New cards a day`}
            help={t`Of each deck with these options, together with the decks below it. Every new card brings reviews in the days and months after.`}
            value={preset.newPerDay}
            onChange={(newPerDay) => change({ newPerDay })}
          />
          <NumberField
            name={t`Reviews a day, at most`}
            help={t`Of each deck with these options, together with the decks below it. What is over the limit waits for the days after.`}
            value={preset.reviewsPerDay}
            onChange={(reviewsPerDay) => change({ reviewsPerDay })}
          />
          <TextField
            name={t`Desired retention, %`}
            help={t`How likely you are to know a card when it comes up. 70 to 99: higher means more reviews; 90 suits most.`}
            isNumber
            value={retention}
            onChange={setRetention}
          />
        </div>
        <RetentionPanel
          preset={props.preset}
          deckIds={decksOf(props)}
          chosen={writtenNumber(retention)}
          onChoose={(percent) => setRetention(String(percent))}
        />
        <p className="small">
          <Link href={simulatorOf(props)}>{t`Simulate limits, retention and days off`}</Link>
        </p>
        <details
          className="study-more"
          open={props.isMoreShown}
          onToggle={({ currentTarget }) => props.onMore(currentTarget.open)}
        >
          <summary>{t`More options`}</summary>
          <RareOptions
            preset={preset}
            settings={settings}
            steps={steps}
            onPreset={setDraft}
            onSettings={setSettings}
            onSteps={setSteps}
          />
          <EasyWeekdays preset={preset} onChange={setDraft} />
        </details>
        <WorkloadPreviewView
          decks={[{ deckIds: decksOf(props), before: props.preset }]}
          draft={isReadable ? draft : undefined}
          settings={settings}
        />
        {problem && <ProblemNote problem={problem} />}
        <p className="actions">
          <button type="submit" className="primary">{t`Save`}</button>
          <span className="soft small save-hint">{t`Counts from the next answer; no date moves now.`}</span>
          <HelpLink to="dates" about={t`when a card comes back`} />
        </p>
      </form>
      <OwnWeightsPanel preset={props.preset} settings={props.settings} deckIds={decksOf(props)} />
      {hasOneSet && sets}
    </section>
  );
}

/** Percent, of a whole one or not; brought by an import it may have more digits than anybody reads. */
function retentionText({ desiredRetention }: Preset): string {
  return String(Math.round(desiredRetention * 10_000) / 100);
}

/** What `text` says; where it says what is set already, that to the last digit. */
function stepsWritten(text: string, before: readonly number[]): readonly number[] | undefined {
  return text === stepsText(before) ? before : stepsFrom(text);
}

/** The simulator at the first deck of these options; without any, at all decks. */
function simulatorOf(options: LiveSettings & { readonly presets: LivePresets }): string {
  const [id] = decksOf(options);
  const deck = options.presets.decks.find((each) => each.id === id);
  return deck ? `/insights/simulator?deck=${inAddress(deck.name)}` : '/insights/simulator';
}

function decksOf({ presets, preset }: LiveSettings & { readonly presets: LivePresets }): DeckId[] {
  return presets.decks.filter((deck) => deck.presetId === preset.id).map((deck) => deck.id);
}
