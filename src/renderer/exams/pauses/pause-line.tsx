import { type Pause, phaseOf } from '../../../domain/overlay/pauses.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { phrase } from '../../kit/text/phrase.ts';
import { pauseDates, phaseInWords } from './pause-words.ts';
import { named } from '../../../kernel/named.ts';

/** A break or catch-up: what it is called, when it is, and what can be done about it. */
export function PauseLine(props: {
  readonly pause: Pause;
  readonly today: StudyDay;
  readonly onTurn: (isOn: boolean) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}) {
  const { pause, today } = props;
  const isOver = phaseOf(pause, today) === 'over';
  const spread = t`spread over ${plural(pause.spreadDays, '# day')}`;
  return (
    <li className="pause-line" data-off={!pause.isOn || undefined}>
      <div className="pause-text">
        <p>
          <span className="pause-name">{named(pause.name)}</span>{' '}
          <span className="soft">{phaseInWords(pause, today)}</span>
        </p>
        <p className="small soft number">
          {pauseDates(pause)}
          {pause.kind === 'break' ? t`, then ${spread}` : `, ${spread}`}
        </p>
      </div>
      <div className="pause-actions">
        {!isOver && (
          <label className="pause-switch">
            <input
              type="checkbox"
              role="switch"
              checked={pause.isOn}
              aria-checked={pause.isOn}
              aria-label={t`${pause.name} on`}
              onChange={(event) => props.onTurn(event.target.checked)}
            />
            <span aria-hidden="true">{pause.isOn ? t`On` : t`Off`}</span>
          </label>
        )}
        {!isOver && (
          <button type="button" className="quiet" onClick={props.onEdit}>
            {phrase`Edit${<span className="hidden-text"> {named(pause.name)}</span>}`}
          </button>
        )}
        <button type="button" className="quiet destructive" onClick={props.onDelete}>
          {phrase`Delete${<span className="hidden-text"> {named(pause.name)}</span>}`}
        </button>
      </div>
    </li>
  );
}
