import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  ImportChoices,
  ImportLook,
  ImportReport,
  TableChoices,
} from '../../engine/import/import-look.ts';
import type { FileToImport } from '../../engine/import/import-work.ts';
import type { Problem } from '../../kernel/problem.ts';
import { named } from '../../kernel/named.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { useOwnStep } from '../steps/use-own-step.ts';
import { useWork, type Working } from '../kit/progress/use-work.ts';

/** So long after the last change the file is looked at anew. */
const PAUSE_MILLIS = 250;

/** As a file is looked at when it is read, too: whoever changes nothing loses nothing. */
const AT_FIRST: ImportChoices = {
  withSchedule: true,
  decks: 'all',
  existing: 'merge',
  conflicts: 'mine',
  perNote: {},
  bringBackDeleted: false,
};

/** Where an import stands. */
export type Stage =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly fileName: string }
  | { readonly kind: 'choosing'; readonly look: ImportLook; readonly choices: ImportChoices }
  | { readonly kind: 'running'; readonly fileName: string }
  | { readonly kind: 'done'; readonly look: ImportLook; readonly report: ImportReport };

/** Reads a file, looks at what it would bring by what is chosen, and brings it in. */
export function useImport(): {
  readonly stage: Stage;
  /** What was imported is what undo would take back. */
  readonly isNewest: boolean;
  readonly problem: Problem | undefined;
  readonly working: Working | undefined;
  /** What is shown is of choices before the last. */
  readonly isLooking: boolean;
  readonly stop: () => void;
  /** What it is; undefined: it could not be read, which is said, or it was given up. */
  read(file: FileToImport): Promise<ImportLook | undefined>;
  /** `isLookedAt` false: what would happen stays the same but for whose text is taken. */
  choose(choices: ImportChoices, isLookedAt?: boolean): void;
  bringIn(): Promise<void>;
  /** Back to where a file is chosen; what was read is forgotten. */
  leave(): void;
} {
  const engine = useEngine();
  const step = useOwnStep();
  const announce = useAnnounce();
  const { working, run, stop: stopWork } = useWork();
  const [stage, setStage] = useState<Stage>({ kind: 'none' });
  const [problem, setProblem] = useState<Problem>();
  const [isLooking, setLooking] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Each look and each file has a number; what belongs to an earlier one is no longer wanted. */
  const turn = useRef(0);
  const isStopped = useRef(false);
  const isImporting = useRef(false);

  const forget = useCallback((): void => {
    clearTimeout(timer.current);
    turn.current++;
    setLooking(false);
    if (!isImporting.current) void engine.run('forgetImport');
  }, [engine]);

  const stop = useCallback((): void => {
    isStopped.current = true;
    stopWork();
  }, [stopWork]);

  useEffect(
    () => () => {
      // Reading ends with the screen; an import under way goes on, and says when it is done.
      if (!isImporting.current) stop();
      forget();
    },
    [forget, stop],
  );

  async function read(file: FileToImport): Promise<ImportLook | undefined> {
    forget();
    const own = turn.current;
    isStopped.current = false;
    setProblem(undefined);
    setStage({ kind: 'reading', fileName: file.name });
    const looked = await run(`Reading ${named(file.name)}`, (watch) =>
      engine.run('readImport', file, watch),
    );
    if (turn.current !== own) return undefined;
    if (!looked.ok) {
      setStage({ kind: 'none' });
      if (isStopped.current) announce(t`Stopped. Nothing was taken from the file.`);
      else setProblem(looked.problem);
      return undefined;
    }
    const look = looked.value;
    const { rows: _rows, ...table } = look.table ?? {};
    const proposed = { ...AT_FIRST, ...look.proposed };
    const choices = look.table ? { ...proposed, table: table as TableChoices } : proposed;
    setStage({ kind: 'choosing', look, choices });
    return look;
  }

  function choose(choices: ImportChoices, isLookedAt = true): void {
    if (stage.kind !== 'choosing') return;
    setStage({ ...stage, choices });
    if (!isLookedAt) return;
    clearTimeout(timer.current);
    const own = ++turn.current;
    setLooking(true);
    timer.current = setTimeout(async () => {
      const looked = await engine.run('lookAtImport', choices);
      if (turn.current !== own) return;
      setLooking(false);
      setProblem(looked.ok ? undefined : looked.problem);
      if (!looked.ok) return;
      // Whose text is taken may have been decided in the meantime.
      setStage((now) => (now.kind === 'choosing' ? { ...now, look: looked.value } : now));
    }, PAUSE_MILLIS);
  }

  async function bringIn(): Promise<void> {
    if (stage.kind !== 'choosing' || isImporting.current) return;
    const { look, choices } = stage;
    clearTimeout(timer.current);
    const own = ++turn.current;
    setLooking(false);
    setProblem(undefined);
    isStopped.current = false;
    isImporting.current = true;
    setStage({ kind: 'running', fileName: look.fileName });
    const done = await step.note(() =>
      run(`Importing ${named(look.fileName)}`, (watch) => engine.run('runImport', choices, watch)),
    );
    isImporting.current = false;
    if (turn.current !== own) {
      // The person is on another screen by now.
      void engine.run('forgetImport');
      announce(
        done.ok
          ? t`${named(look.fileName)} was imported. Undo is possible.`
          : t`${named(look.fileName)} was not imported. ${done.problem.what}`,
      );
      return;
    }
    if (done.ok) {
      setStage({ kind: 'done', look, report: done.value });
      return;
    }
    setStage(stage);
    if (isStopped.current) announce(t`Stopped. Nothing was imported: your cards are as they were.`);
    else setProblem(done.problem);
  }

  function leave(): void {
    forget();
    setProblem(undefined);
    setStage({ kind: 'none' });
  }

  return {
    stage,
    isNewest: step.isNewest,
    problem,
    working,
    isLooking,
    stop,
    read,
    choose,
    bringIn,
    leave,
  };
}
