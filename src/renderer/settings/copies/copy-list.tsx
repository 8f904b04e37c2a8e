import { useState } from 'react';
import type { ListedCopy } from '../../../engine/queries/once/copies.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { dated } from '../../kit/text/format.ts';
import { size } from '../../kit/text/file-size.ts';

/** A copy in a list: also one that is not of this computer's. */
type Copy = ListedCopy & { readonly isOurs?: boolean };

interface Doing<One extends Copy> {
  readonly isBusy: boolean;
  /** What the second button does: 'Restore', 'Load'. */
  readonly take: string;
  readonly onLook: (copy: One) => void;
  readonly onTake: (copy: One) => void;
}

/** Of many copies the newest are shown at first. */
const SHOWN = 5;

/** Copies, newest first, with what each holds (COPY-13). */
export function CopyList<One extends Copy>(
  props: Doing<One> & { readonly label: string; readonly copies: readonly One[] },
) {
  const [isAll, setAll] = useState(false);
  const { copies, label, ...doing } = props;
  const hasUnread = copies.some(({ contents }) => !contents.ok);
  return (
    <>
      <ul className="copies-list" aria-label={label}>
        {(isAll ? copies : copies.slice(0, SHOWN)).map((copy) => (
          <CopyRow key={copy.name} copy={copy} {...doing} />
        ))}
      </ul>
      {hasUnread && (
        <p className="soft small">{t`A copy that cannot be read stays where it is. Your cards and the other copies are as they were; make a copy now, so that the newest is a good one.`}</p>
      )}
      {copies.length > SHOWN && (
        <p>
          <button type="button" className="quiet copies-all" onClick={() => setAll(!isAll)}>
            {isAll
              ? t`Show the newest only`
              : t`Show all ${plural(copies.length, '# copy', '# copies')}`}
          </button>
        </p>
      )}
    </>
  );
}

function CopyRow<One extends Copy>({
  copy,
  isBusy,
  take,
  onLook,
  onTake,
}: Doing<One> & { readonly copy: One }) {
  const isOff = isBusy || !copy.contents.ok;
  const of = t`the copy of ${dated(copy.atMillis)}`;
  return (
    <li>
      <span>
        <span className="copy-date">{dated(copy.atMillis)}</span>{' '}
        <span className="soft small">{WHY[copy.why]}</span>
        <br />
        <span className="soft small number">{factsOf(copy)}</span>
      </span>
      <span className="actions">
        <button
          type="button"
          disabled={isOff}
          aria-label={t`Look at ${of}`}
          onClick={() => onLook(copy)}
        >{t`Look`}</button>
        <button
          type="button"
          disabled={isOff}
          aria-label={`${take} ${of}`}
          onClick={() => onTake(copy)}
        >
          {take}
        </button>
      </span>
    </li>
  );
}

const WHY: Readonly<Record<ListedCopy['why'], string>> = {
  day: t`after the day’s first session`,
  asked: t`made by you`,
  before: t`before a restoring, loading, update or large deletion`,
  loaded: t`a file that you loaded`,
};

/** '2,045 cards, 310 reviews'; or why it cannot be read. */
export function contentsOf({ contents }: Copy): string {
  if (!contents.ok) return contents.problem.what;
  const { cards, reviews } = contents.value.counts;
  return `${plural(cards, '# card')}, ${plural(reviews, '# review')}`;
}

/** The same with '1.2 MB, checked when it was made'. */
function factsOf(copy: Copy): string {
  const { contents, bytes, isOurs = true } = copy;
  if (!contents.ok) return contentsOf(copy);
  const checked = isOurs ? t`checked when it was made` : t`not of this device, not checked here`;
  return `${contentsOf(copy)}, ${size(bytes)}, ${checked}`;
}
