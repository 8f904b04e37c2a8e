/** What there is to say under a field: how to leave a table, and what an edit here would drop. */
export function FieldNotes(props: {
  readonly id: string;
  readonly isSource: boolean;
  /** The text view cannot show it without losing some. */
  readonly isBeyond: boolean;
  readonly isInTable: boolean;
  readonly lost: readonly string[];
  readonly onToggleSource: () => void;
}) {
  const { isSource, lost } = props;
  return (
    <div id={props.id} className="rich-notes small soft">
      {isSource && (
        <p>
          HTML source.{' '}
          {props.isBeyond && 'It nests deeper or holds more than can be shown as text. '}
          <button type="button" className="rich-note-button" onClick={props.onToggleSource}>
            Back to the text
          </button>
        </p>
      )}
      {!isSource && props.isInTable && <p>Tab goes to the next cell, Escape out of the table.</p>}
      {!isSource && lost.length > 0 && (
        <p>
          Typing here drops HTML that this view cannot keep: {lost.slice(0, 4).join(', ')}
          {lost.length > 4 && ` and ${lost.length - 4} more`}.{' '}
          <button type="button" className="rich-note-button" onClick={props.onToggleSource}>
            Edit as HTML source
          </button>
        </p>
      )}
    </div>
  );
}
