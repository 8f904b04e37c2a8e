import type { ReactNode } from 'react';
import { differingWords, type MarkedWords } from '../../../domain/text/differing-words.ts';
import type { NoteExample } from '../../../engine/import/import-look.ts';
import { t } from '../../../kernel/texts.ts';

/** What both have in common is shown so far around what differs. */
const AROUND = 50;
/** Longer stretches that differ are cut: nobody compares a page. */
const LONGEST = 400;

/**
 * The fields of a note that differ, mine beside the file's, with the words that only one has marked:
 * those that stay or come, and those that go.
 */
export function SideBySide(props: {
  readonly fields: NoteExample['fields'];
  /** Whose text it will be. */
  readonly taken: 'mine' | 'theirs';
}) {
  const [ofMine, ofTheirs] =
    props.taken === 'mine' ? (['ins', 'del'] as const) : (['del', 'ins'] as const);
  return (
    <div className="side-by-side">
      {props.fields.map(({ name, mine, theirs }) => {
        const words = differingWords(mine, theirs);
        return (
          <div key={name} className="side-field">
            <p className="small soft side-name">{name}</p>
            <Side of={t`Mine`}>{marks(words.mine, ofMine)}</Side>
            <Side of={t`The file’s`}>{marks(words.theirs, ofTheirs)}</Side>
          </div>
        );
      })}
    </div>
  );
}

function Side(props: { readonly of: string; readonly children: ReactNode }) {
  return (
    <p className="side-text">
      <span className="side-of">{props.of}: </span>
      {props.children}
    </p>
  );
}

function marks(words: readonly MarkedWords[], Mark: 'del' | 'ins'): ReactNode {
  if (words.length === 0) return <span className="soft">{t`(nothing)`}</span>;
  return words.map(({ text, isOnlyHere }, place) =>
    isOnlyHere ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which none leaves
      <Mark key={place}>{text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</Mark>
    ) : (
      clipped(text, place === 0, place === words.length - 1)
    ),
  );
}

/** What both say, as much of it as shows where one is. */
function clipped(text: string, isFirst: boolean, isLast: boolean): string {
  const most = AROUND * (isFirst || isLast ? 1 : 2);
  if (text.length <= most + 10) return text;
  const start = isFirst ? '' : text.slice(0, AROUND);
  const end = isLast ? '' : text.slice(-AROUND);
  return isFirst && isLast ? `${text.slice(0, AROUND)}…` : `${start}…${end}`;
}
