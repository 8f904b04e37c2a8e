import { tagsOf } from '../../../domain/content/note.ts';
import { fieldText } from '../../../domain/content/note-type.ts';
import { textToRead } from '../../../domain/template/html-text.ts';
import type { LiveCard } from '../../../engine/queries/live/study.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useFirst } from '../../kit/list/use-first.tsx';
import { shortDate } from '../../kit/text/format.ts';
import { Scrolled } from '../../kit/list/scrolled.tsx';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import { named } from '../../../kernel/named.ts';

/** The note behind the card: its fields as plain text, its tags, where it is kept. */
export function NoteFacts(props: {
  readonly live: LiveCard;
  readonly onTag: (tag: string) => void;
}) {
  const { note, noteType, deck } = props.live;
  const tags = tagsOf(note);
  const { first, more } = useFirst(tags, (n) => plural(n, '# more tag'));
  const fields = noteType.fields
    .map(({ id, name }) => ({ id, name, text: textToRead(fieldText(note.fields, id)).trim() }))
    .filter(({ text }) => text !== '');
  return (
    <dl className="note-facts">
      {fields.map(({ id, name, text }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            {isLong(text) ? (
              <Scrolled className="note-text" name={name}>
                {text}
              </Scrolled>
            ) : (
              <p className="note-text">{text}</p>
            )}
          </dd>
        </div>
      ))}
      {tags.length > 0 && (
        <div>
          <dt>{t`Tags`}</dt>
          <dd className="tag-chips">
            {first.map((tag) => (
              <button
                key={tag}
                type="button"
                aria-label={t`Find what is tagged ${tag}`}
                onClick={() => props.onTag(tag)}
              >
                {tag}
              </button>
            ))}
            {more}
          </dd>
        </div>
      )}
      <div>
        <dt>{t`Deck`}</dt>
        <dd>{named(deck.name)}</dd>
      </div>
      <div>
        <dt>{t`Type`}</dt>
        <dd>{named(noteType.name)}</dd>
      </div>
      <div>
        <dt>{t`Added`}</dt>
        <dd className="number">{shortDate(Math.floor(note.addedAtMillis / MILLIS_PER_DAY))}</dd>
      </div>
    </dl>
  );
}

/** More than is in sight at once, in the narrowest preview. */
function isLong(text: string): boolean {
  return text.length > 240 || text.split('\n', 9).length > 8;
}
