import { t } from '../../../kernel/texts.ts';
import { Scrolled } from '../../kit/list/scrolled.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import { dropMarks } from './struck.ts';
import type { UndrawnMark } from './undrawn-marks.ts';
import './undrawn-card.css';

/** In the place of a card that could not be drawn: why, and its text as it is written. */
export function UndrawnCard({ html, mark }: { readonly html: string; readonly mark: UndrawnMark }) {
  return (
    <div className="undrawn-card">
      <p className="note note-problem" role="alert">
        {phrase`${<span className="note-what">{WHY[mark.reason]}</span>} It stands here as it is written, is passed over in study, and can be edited or deleted. It is tried again once it is edited.`}
      </p>
      <Scrolled className="undrawn-text" name={t`The card as it is written`}>
        <pre>{html.length > MOST_SHOWN ? `${html.slice(0, MOST_SHOWN)} …` : html}</pre>
      </Scrolled>
      <p className="actions">
        <button
          type="button"
          className="quiet"
          onClick={() => dropMarks((each) => each === mark)}
        >{t`Draw it all the same`}</button>
      </p>
    </div>
  );
}

const WHY: Readonly<Record<UndrawnMark['reason'], string>> = {
  twice: t`Rounds ended twice in a row while it drew this card.`,
  slow: t`Drawing this card took many seconds, twice in a row.`,
};
/** A few pages. */
const MOST_SHOWN = 5_000;
