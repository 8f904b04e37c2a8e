import { useEffect, useState } from 'react';
import type { CramId } from '../../kernel/ids.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { SettlePreview } from '../../engine/queries/once/study/cram.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useQuery } from '../live.ts';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { SettleTable } from './settle-table.tsx';
import { changesInWords, leftOutInWords } from './settle-words.ts';
import './cram.css';

/**
 * What counting crammed answers as study would change, card by card, before it is done. `cramId`:
 * of one round; absent: all that are open.
 */
export function SettleDialog(props: {
  readonly cramId?: CramId;
  readonly onClose: () => void;
  /** Where the focus goes when a decision was made: what opened the dialog may be gone. */
  readonly onSettled?: () => void;
}) {
  const engine = useEngine();
  const announce = useAnnounce();
  const { preview, problem, setProblem } = usePreview(props.cramId);

  async function settle(found: SettlePreview, isAccepted: boolean): Promise<void> {
    const settled = await engine.run('settleCram', found.answers, isAccepted);
    if (!settled.ok) {
      setProblem(settled.problem);
      return;
    }
    const counted = found.answers.length - found.tooLate - found.gone;
    const answers = plural(isAccepted ? counted : found.answers.length, '# crammed answer');
    announce(
      isAccepted
        ? t`${answers} counted as study. Undo takes that back.`
        : t`${answers} dropped. Undo takes that back.`,
    );
    props.onClose();
    props.onSettled?.();
  }

  return (
    <Dialog title={t`Count as study`} onClose={props.onClose} wide>
      <div className="settle" aria-busy={!preview}>
        {problem && <ProblemNote problem={problem} />}
        {preview && <Summary preview={preview} />}
        {preview && preview.cards.length > 0 && <SettleTable preview={preview} />}
        {preview && preview.answers.length > 0 && (
          <p className="actions settle-actions">
            {preview.cards.length > 0 && (
              <button type="button" className="primary" onClick={() => void settle(preview, true)}>
                {plural(preview.cards.length, 'Count it as study', 'Count them as study')}
              </button>
            )}
            <button
              type="button"
              className="destructive"
              onClick={() => void settle(preview, false)}
            >
              {plural(preview.answers.length, 'Drop it', 'Drop them')}
            </button>
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Summary({ preview }: { readonly preview: SettlePreview }) {
  const { answers, cards } = preview;
  const leftOut = leftOutInWords(preview);
  if (answers.length === 0) return <p>{t`No crammed answer waits for a decision.`}</p>;
  const counted = answers.length - preview.tooLate - preview.gone;
  return (
    <div className="settle-summary">
      {cards.length > 0 && <p className="settle-sum number">{changesInWords(preview.changes)}</p>}
      <p className="soft number">
        {cards.length > 0
          ? t`${plural(counted, '# answer')} to ${plural(cards.length, '# card')}, each on the day it was given.`
          : t`None of these answers can count any more.`}
        {leftOut && ` ${leftOut}`}
      </p>
    </div>
  );
}

/** Read anew whenever the collection changes, so that it shows what would happen now. */
function usePreview(cramId: CramId | undefined) {
  const engine = useEngine();
  const lastOperation = useQuery('lastOperation');
  const [preview, setPreview] = useState<SettlePreview>();
  const [problem, setProblem] = useState<Problem>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every operation may change it
  useEffect(() => {
    let isGone = false;
    void engine.ask('previewSettle', { cramId }).then((read) => {
      if (isGone) return;
      if (read.ok) setPreview(read.value);
      setProblem(read.ok ? undefined : read.problem);
    });
    return () => {
      isGone = true;
    };
  }, [engine, cramId, lastOperation]);
  return { preview, problem, setProblem };
}
