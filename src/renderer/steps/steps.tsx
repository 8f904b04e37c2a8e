import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import type { StepInWords } from '../../engine/queries/once/next-step.ts';
import type { Undone } from '../../engine/commands/study/undo.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { comesLater } from '../kit/page/comes-later.tsx';
import { DialogPart } from '../kit/dialog/dialog-part.tsx';
import { holdKeys } from '../kit/keys/keys-held.tsx';
import type { Watch } from '../../kernel/watch.ts';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { useWork } from '../kit/progress/use-work.ts';
import { WorkLine } from '../kit/progress/work-line.tsx';
import { stepInFew } from './step-words.ts';

type Turn = 'undo' | 'redo';

const AskStep = comesLater(async () => (await import('./ask-step.tsx')).AskStep);

/**
 * Takes the last step back, or does again what was taken back last, and says which it was. Before a
 * step of another day is taken back the person is asked (LOG-22). undefined: nothing was done.
 * How far it is, and the way to stop it, are shown here unless `watch` is given, which shows it itself.
 */
export type TurnStep = (turn: Turn, watch?: Watch) => Promise<Undone | undefined>;

const StepsContext = createContext<TurnStep>(async () => undefined);

export function useTurnStep(): TurnStep {
  return useContext(StepsContext);
}

export function Steps({ children }: { readonly children: ReactNode }) {
  const engine = useEngine();
  const announce = useAnnounce();
  const [asked, setAsked] = useState<{
    readonly step: StepInWords;
    readonly answer: (isWanted: boolean) => void;
  }>();
  /** The step before, which may still be on its way to the disk when the key is pressed again. */
  const before = useRef<Promise<unknown>>(Promise.resolve());
  /** How often the person was asked: what was pressed before a question is not meant by its answer. */
  const questions = useRef(0);
  const isAsking = useRef(false);
  const { working, run, stop } = useWork();

  const turnOnce = useCallback<TurnStep>(
    async (way, watch) => {
      const next = await engine.ask(way === 'undo' ? 'nextUndo' : 'nextRedo');
      if (!next.ok) {
        announce(next.problem.what);
        return undefined;
      }
      const step = next.value;
      if (way === 'undo' && step.daysAgo !== 0) {
        questions.current++;
        // What cannot be asked is not done.
        const release = holdKeys();
        const isThere = await AskStep.load().catch(() => undefined);
        release();
        if (!isThere) {
          announce(t`A part of the program could not be loaded. Nothing was taken back.`);
          return undefined;
        }
        isAsking.current = true;
        const isWanted = await new Promise<boolean>((answer) => setAsked({ step, answer }));
        isAsking.current = false;
        setAsked(undefined);
        if (!isWanted) return undefined;
      }
      const command = way === 'undo' ? 'undoLast' : 'redoLast';
      const doing = way === 'undo' ? t`Undoing` : t`Doing again`;
      const work = (told: Watch) => engine.run(command, step.id, told);
      const done = await (watch ? work(watch) : run(doing, work));
      if (!done.ok) {
        announce(done.problem.what);
        return undefined;
      }
      announce(`${way === 'undo' ? t`Undid` : t`Did again`}: ${stepInFew(step)}.`);
      return done.value;
    },
    [engine, announce, run],
  );
  const turn = useCallback<TurnStep>(
    (way, watch) => {
      if (isAsking.current) return Promise.resolve(undefined);
      const asked = questions.current;
      const done = before.current.then(() =>
        questions.current === asked ? turnOnce(way, watch) : undefined,
      );
      before.current = done.catch(() => {});
      return done;
    },
    [turnOnce],
  );

  return (
    <StepsContext value={turn}>
      {children}
      {working && (
        <div className="work-above">
          <WorkLine working={working} onStop={stop} />
        </div>
      )}
      {asked && (
        <DialogPart>
          <AskStep {...asked} />
        </DialogPart>
      )}
    </StepsContext>
  );
}
