import type { HardUse } from '../../../../domain/statistics/figures/hard-use.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { OpenButton } from '../../../kit/chart/figures/value-rows.tsx';
import { hardReasonInWords } from '../../words/answering-words.ts';
import type { Open } from '../open.ts';

/** Says why Hard seems to be pressed for what was forgotten, and what that does (INSIGHT-7). */
export function HardWarning(props: {
  readonly use: HardUse;
  readonly onOpen: ReturnType<Open>;
  readonly onRepair: () => void;
}) {
  const { use, onOpen, onRepair } = props;
  return (
    <div className="note insights-hard" data-unsaved>
      <p className="note-what">{t`Hard seems to be used for what was forgotten.`}</p>
      <p>{t`Hard tells Rounds that the answer was recalled, with effort. Where it was not, the card comes back too late, and Rounds expects too much of all your cards. Press Again for what you did not recall, however near you were.`}</p>
      <ul className="insights-reasons">
        {use.reasons.map((reason) => (
          <li key={reason.is}>{hardReasonInWords(reason)}</li>
        ))}
      </ul>
      <p className="actions">
        <button type="button" onClick={onRepair}>{t`Count them as Again…`}</button>
        {onOpen && (
          <OpenButton
            className=""
            onOpen={onOpen}
          >{t`Show the ${plural(use.hardCards, '# card')} answered Hard`}</OpenButton>
        )}
      </p>
    </div>
  );
}
