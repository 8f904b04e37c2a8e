import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CardChoice, Exam } from '../../../domain/overlay/overlay.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { named } from '../../../kernel/named.ts';

/** What can be done with an exam, and why the last of it could not be done. */
export function useExamActions() {
  const engine = useEngine();
  const announce = useAnnounce();
  const [, goTo] = useLocation();
  const [problem, setProblem] = useState<Problem>();
  const [isPlanning, setPlanning] = useState(false);

  async function study(): Promise<void> {
    setPlanning(true);
    const begun = await engine.run('studyPlan');
    setPlanning(false);
    setProblem(begun.ok ? undefined : begun.problem);
    if (begun.ok) goTo('/review');
  }
  async function cram(cards: CardChoice, name: string): Promise<void> {
    const begun = await engine.run('cramChoice', cards, name);
    setProblem(begun.ok ? undefined : begun.problem);
    if (begun.ok) goTo('/review');
  }
  async function turn(exam: Exam, isOn: boolean): Promise<void> {
    const turned = await engine.run('switchOverlay', exam, isOn);
    setProblem(turned.ok ? undefined : turned.problem);
    const name = named(exam.name);
    if (turned.ok) announce(isOn ? t`“${name}” is switched on.` : t`“${name}” is switched off.`);
  }
  async function remove(exam: Exam): Promise<void> {
    const removed = await engine.run('deleteOverlay', exam.id);
    setProblem(removed.ok ? undefined : removed.problem);
    if (removed.ok) announce(t`“${named(exam.name)}” is deleted; undo brings it back.`, 'quietly');
  }
  return {
    problem,
    /** What could not be done is no news once something else is entered. */
    forgetProblem: () => setProblem(undefined),
    /** The session is being planned. */
    isPlanning,
    study: () => void study(),
    cram: (cards: CardChoice, name: string) => void cram(cards, name),
    turn: (exam: Exam, isOn: boolean) => void turn(exam, isOn),
    remove: (exam: Exam) => void remove(exam),
  };
}

export type ExamActions = ReturnType<typeof useExamActions>;
