import { plural, t } from '../../../kernel/texts.ts';
import { phrase } from '../../kit/text/phrase.ts';
import type { UndrawnFormula } from './maths/field-formulas.ts';

/** What there is to say under a field: how to leave a table, and what an edit here would drop. */
export function FieldNotes(props: {
  readonly id: string;
  readonly isSource: boolean;
  /** The text view cannot show it without losing some. */
  readonly isBeyond: boolean;
  readonly isInTable: boolean;
  readonly lost: readonly string[];
  readonly undrawn: readonly UndrawnFormula[];
  readonly onToggleSource: () => void;
}) {
  const { isSource, lost, undrawn } = props;
  return (
    <div id={props.id} className="rich-notes small soft">
      {isSource && (
        <p>
          {phrase`HTML source. ${props.isBeyond && t`It nests deeper or holds more than can be shown as text. `}`}
          <button
            type="button"
            className="rich-note-button"
            onClick={props.onToggleSource}
          >{t`Back to the text`}</button>
        </p>
      )}
      {!isSource && props.isInTable && (
        <p>{t`Tab goes to the next cell, Escape out of the table.`}</p>
      )}
      {!isSource && undrawn.length > 0 && (
        <div role="status">
          {undrawn.slice(0, MOST_NAMED).map(({ tex, why }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one formula may stand in a field twice
            <p key={place}>
              {phrase`The formula ${<code>{shortened(tex)}</code>} is not drawn: ${why.slice(0, 200)}`}
            </p>
          ))}
          {undrawn.length > MOST_NAMED && (
            <p>
              {plural(
                undrawn.length - MOST_NAMED,
                '# more formula is not drawn.',
                '# more formulas are not drawn.',
              )}
            </p>
          )}
        </div>
      )}
      {!isSource && lost.length > 0 && (
        <p>
          {phrase`Typing here drops HTML that this view cannot keep: ${lost.slice(0, 4).join(', ')}${lost.length > 4 && t` and ${lost.length - 4} more`}. `}
          <button
            type="button"
            className="rich-note-button"
            onClick={props.onToggleSource}
          >{t`Edit as HTML source`}</button>
        </p>
      )}
    </div>
  );
}

/** Which pictures of a paste are not in the text, and how to get them there. */
export function NotCopied(props: {
  /** Addresses, or words for them; '' where there are neither. */
  readonly pictures: readonly string[];
  readonly onClose: () => void;
}) {
  const { pictures } = props;
  const named = [...new Set(pictures)].filter((picture) => picture !== '');
  const said = plural(
    pictures.length,
    'A picture was not on the clipboard and not copied: Rounds loads nothing from the web. Copy it on the page by itself (“Copy image”) and paste it here.',
    '# pictures were not on the clipboard and not copied: Rounds loads nothing from the web. Copy one on the page by itself (“Copy image”) and paste it here.',
  );
  return (
    <div className="note rich-not-copied small" role="status">
      <p>{said}</p>
      {named.length > 0 && (
        <ul>
          {named.slice(0, MOST_NAMED).map((picture) => (
            <li key={picture}>{shortened(picture)}</li>
          ))}
          {named.length > MOST_NAMED && <li>{t`and ${named.length - MOST_NAMED} more`}</li>}
        </ul>
      )}
      <button type="button" className="rich-note-button" onClick={props.onClose}>{t`Close`}</button>
    </div>
  );
}

const MOST_NAMED = 4;

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 60)}…${text.slice(-28)}` : text;
}
