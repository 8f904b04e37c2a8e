import { useState } from 'react';
import type { FileCheck } from '../../../engine/queries/once/copies.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import { fullDate } from '../../kit/text/format.ts';
import { phrase } from '../../kit/text/phrase.ts';

type How = 'replace' | 'merge';

/** What is in a file, before anything follows from it; then what is to become of it (COPY-12). */
export function LoadDialog(props: {
  readonly name: string;
  readonly check: FileCheck;
  readonly onLook: () => void;
  readonly onLoad: (how: How) => void;
  readonly onClose: () => void;
}) {
  const [how, setHow] = useState<How>('merge');
  const { counts, manifest, isSame, deferred } = props.check;
  const { cards, notes, reviews, media } = counts;
  return (
    <Confirm
      title={t`Load this collection?`}
      doIt={how === 'merge' ? t`Merge` : t`Replace`}
      isDestructive={how !== 'merge'}
      onDo={() => props.onLoad(how)}
      onClose={props.onClose}
    >
      <p className="long-words">
        <strong>{props.name}</strong>
      </p>
      <p className="number">
        {phrase`${plural(cards, '# card')} of ${plural(notes, '# note')}, ${plural(reviews, '# review')}${media > 0 && `, ${plural(media, '# picture or sound', '# pictures and sounds')}`}.${
          manifest.lastAtMillis > 0 &&
          t` Its last step is of ${fullDate(manifest.lastAtMillis, 'short')}.`
        }`}
      </p>
      <p>
        <button type="button" onClick={props.onLook}>{t`Look at it first`}</button>
      </p>
      {deferred.length > 0 && (
        <p>
          {plural(
            deferred.length,
            '# step of it is of a newer Rounds: kept, and applied by that version.',
            '# steps of it are of a newer Rounds: kept, and applied by that version.',
          )}
        </p>
      )}
      {!isSame && deferred.length === 0 && (
        <p>{t`Nothing in it is damaged, but this version of Rounds works its steps out otherwise than the one that saved it: ${manifest.program}.`}</p>
      )}
      <fieldset className="radios radios-tall load-choices">
        <legend>{t`What becomes of the cards that are here`}</legend>
        {CHOICES.map(([value, name, meaning]) => (
          <label key={value}>
            <input
              type="radio"
              name="how"
              checked={how === value}
              data-first={how === value || undefined}
              onChange={() => setHow(value)}
            />
            <span>
              {name}
              <br />
              <span className="soft small">{meaning}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="soft small">{t`What you have now is kept as a copy first.`}</p>
    </Confirm>
  );
}

const CHOICES = [
  ['merge', t`Merge`, t`They stay, and what the file has beyond them is added. For two computers.`],
  ['replace', t`Replace`, t`The file takes their place. For a new computer, or to go back.`],
] as const;
