import { type ReactNode, useEffect, useState } from 'react';
import {
  newForTraining,
  learnableInWords,
  type TrainingAsked,
} from '../../domain/training/suggestion.ts';
import type { DeckId } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { setTrainingAsked, trainingAsked, type TrainingGroup } from './training-asked.ts';

/** How many answers there are to learn from, and what was said of it last. */
export interface TrainingState {
  /** undefined: not known yet, or it could not be read. */
  readonly predicted: number | undefined;
  readonly asked: TrainingAsked;
  readonly set: (asked: TrainingAsked) => void;
  /** Training was done on what is there now. */
  readonly done: () => Promise<void>;
}

/** `deckIds`: whose answers; absent: all. They are counted once, when `isWanted`. */
export function useTrainingState(
  group: TrainingGroup,
  deckIds?: readonly DeckId[],
  isWanted = true,
): TrainingState {
  const engine = useEngine();
  const [predicted, setPredicted] = useState<number>();
  const [asked, setAsked] = useState(() => trainingAsked(group));
  const decks = deckIds?.join('\n');
  const whose = deckIds ? { deckIds } : {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the list
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    setAsked(trainingAsked(group));
    void engine.ask('predictedAnswers', whose).then((counted) => {
      if (!isGone && counted.ok) setPredicted(counted.value);
    });
    return () => {
      isGone = true;
    };
  }, [engine, group, decks, isWanted]);
  function set(next: TrainingAsked): void {
    setAsked(next);
    setTrainingAsked(group, next);
  }
  async function done(): Promise<void> {
    const counted = await engine.ask('predictedAnswers', whose);
    if (!counted.ok) return;
    setPredicted(counted.value);
    if (trainingAsked(group) !== 'never') set({ predicted: counted.value });
  }
  return { predicted, asked, set, done };
}

/** That there is enough to learn from, quietly, until it is put off (TRAIN-17, TRAIN-18). */
export function TrainingLine(props: {
  readonly state: TrainingState;
  /** Leads to where it is done, where that is elsewhere. */
  readonly children?: ReactNode;
}) {
  const { predicted, asked, set } = props.state;
  const more = predicted === undefined ? undefined : newForTraining(predicted, asked);
  if (predicted === undefined || more === undefined) return null;
  return (
    <div className="small" data-unsaved>
      <p className="number">{learnableInWords(predicted, more)}</p>
      <p className="actions">
        {props.children}
        <button
          type="button"
          className="quiet"
          onClick={() => set({ predicted })}
        >{t`Not now`}</button>
        <button
          type="button"
          className="quiet"
          onClick={() => set('never')}
        >{t`Do not suggest it again`}</button>
      </p>
    </div>
  );
}
