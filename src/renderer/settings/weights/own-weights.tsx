import { useId, useState } from 'react';
import type { Preset, StudySettings } from '../../../domain/collection/deck.ts';
import { weightsUnder } from '../../../domain/collection/deck.ts';
import { DEFAULT_WEIGHTS } from '../../../domain/memory/weights.ts';
import type { Judged } from '../../../domain/training/judged.ts';
import { ownWeightsInWords } from '../../../domain/training/words.ts';
import type { OwnWeights } from '../../../engine/queries/answers/own-weights.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useWork } from '../../kit/progress/use-work.ts';
import { WorkLine } from '../../kit/progress/work-line.tsx';
import { WorkloadPreviewView } from '../../workload/workload-preview.tsx';
import { ALL_ANSWERS } from '../../training/training-asked.ts';
import { TrainingLine, useTrainingState } from '../../training/training-line.tsx';
import './own-weights.css';

/**
 * Learning FSRS's weights from one's own answers: those of the decks of `preset` where it has
 * weights of its own, else of all, for all.
 */
export function OwnWeightsPanel(props: {
  readonly preset: Preset;
  readonly settings: StudySettings;
  /** The decks that are studied under `preset`. */
  readonly deckIds: readonly DeckId[];
}) {
  const { preset, settings, deckIds } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const titleId = useId();
  const { working, run, stop } = useWork();
  const [found, setFound] = useState<OwnWeights>();
  const [problem, setProblem] = useState<Problem>();
  const isOfPreset = preset.weights !== undefined;
  const present = weightsUnder(preset, settings);

  const training = useTrainingState(
    isOfPreset ? preset.id : ALL_ANSWERS,
    isOfPreset ? deckIds : undefined,
  );

  async function learn(): Promise<void> {
    setProblem(undefined);
    setFound(undefined);
    const relearningSteps = Math.max(1, preset.relearningStepsMinutes.length);
    const asked = { present, relearningSteps, ...(isOfPreset && { deckIds }) };
    const answer = await run('Learning from your answers', (watch) =>
      engine.ask('learnWeights', asked, watch),
    );
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    setFound(answer.value);
    await training.done();
  }

  async function use(weights: readonly number[], said: string): Promise<void> {
    const saved = await engine.run(
      'saveStudyOptions',
      isOfPreset ? { ...preset, weights } : preset,
      isOfPreset ? settings : { ...settings, weights },
    );
    setProblem(saved.ok ? undefined : saved.problem);
    if (!saved.ok) return;
    setFound(undefined);
    announce(said);
  }

  const isDefault = present.every((weight, index) => weight === DEFAULT_WEIGHTS[index]);
  const weights = found && found.trained.kind !== 'too-little' ? found.trained.weights : undefined;
  return (
    <section className="own-weights" aria-labelledby={titleId}>
      <h3 id={titleId}>{t`Weights of your own`}</h3>
      <p>{t`Rounds predicts what you forget with 21 weights ${isDefault ? t`found from many people’s answers` : t`that are not the usual ones`}. It can learn ${isOfPreset ? t`those of these decks` : t`yours`} from your answers, and then says whether they predict better.`}</p>
      {!working && !found && <TrainingLine state={training} />}
      {training.asked === 'never' && (
        <p className="small">
          {t`Training is not suggested. `}
          <button
            type="button"
            className="quiet"
            onClick={() => training.set(undefined)}
          >{t`Suggest it again`}</button>
        </p>
      )}
      {working ? (
        <WorkLine working={working} onStop={stop} />
      ) : (
        <p className="actions">
          <button type="button" onClick={() => void learn()}>{t`Learn from my answers`}</button>
          {!isDefault && (
            <button
              type="button"
              onClick={() => void use(DEFAULT_WEIGHTS, t`The usual weights are in use again.`)}
            >{t`Back to the usual weights`}</button>
          )}
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
      {found && (
        <div className="own-weights-found" role="status">
          <p>{ownWeightsInWords(found.count, found.judged, found.hasForgotten)}</p>
          {found.judged && <Beside judged={found.judged} />}
        </div>
      )}
      {found?.judged?.isBetter && weights && (
        <>
          <WorkloadPreviewView
            decks={[{ deckIds, before: preset }]}
            draft={{ ...preset, weights }}
            settings={settings}
          />
          <p className="actions">
            <button
              type="button"
              className="primary"
              onClick={() => void use(weights, t`Your own weights are in use.`)}
            >{t`Use them`}</button>
            <span className="soft small save-hint">{t`Count from the next answer on; no date moves now.`}</span>
          </p>
        </>
      )}
    </section>
  );
}

/** The present weights and one's own, in numbers. */
function Beside({ judged: { present, trained } }: { readonly judged: Judged }) {
  return (
    <table className="number small own-weights-table">
      <thead>
        <tr className="soft">
          <td />
          <th scope="col">{t`Present`}</th>
          <th scope="col">{t`Your own`}</th>
        </tr>
      </thead>
      <tbody>
        <Row
          name={t`Wrong, of 100 answers`}
          values={[present.miscounted, trained.miscounted]}
          by={100}
        />
        <Row name={t`Log loss`} values={[present.logLoss, trained.logLoss]} digits={4} />
        <Row name="RMSE (bins)" values={[present.rmseBins, trained.rmseBins]} digits={4} />
      </tbody>
    </table>
  );
}

function Row(props: {
  readonly name: string;
  readonly values: readonly [number, number];
  readonly by?: number;
  readonly digits?: number;
}) {
  const { name, values, by = 1, digits = 1 } = props;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{(values[0] * by).toFixed(digits)}</td>
      <td>{(values[1] * by).toFixed(digits)}</td>
    </tr>
  );
}
