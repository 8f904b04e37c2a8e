import type { StepInWords } from '../../engine/queries/once/next-step.ts';
import { t } from '../../kernel/texts.ts';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { phrase } from '../kit/text/phrase.ts';
import { stepInFew, whenInWords } from './step-words.ts';

/** Whether a step of another day is really to be taken back (LOG-22). */
export function AskStep(props: {
  readonly step: StepInWords;
  readonly answer: (isWanted: boolean) => void;
}) {
  const { step, answer } = props;
  return (
    <Confirm
      title={t`Take back what was done ${whenInWords(step)}?`}
      doIt={t`Take it back`}
      isDestructive
      isQuestion
      onDo={() => answer(true)}
      onClose={() => answer(false)}
    >
      <p>{phrase`This takes back: ${<span className="long-words">{stepInFew(step)}</span>}.`}</p>
      <p className="soft">{t`Nothing of today is left to undo. What you take back can be done again with Redo, until you do something new.`}</p>
    </Confirm>
  );
}
