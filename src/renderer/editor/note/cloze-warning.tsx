import { fieldText, type NoteType } from '../../../domain/content/note-type.ts';
import { clozeProblemsIn } from '../../../domain/template/cloze-html.ts';
import { type ClozeProblem, MAX_CLOZE_NUMBER } from '../../../domain/template/cloze-syntax.ts';
import { textToRead } from '../../../domain/template/html-text.ts';
import { t } from '../../../kernel/texts.ts';
import type { NoteState } from './note-state.ts';

/** Deletions that do not ask what they seem to, each named with what would mend it. */
export function ClozeWarning({
  state,
  type,
}: {
  readonly state: NoteState;
  readonly type: NoteType;
}) {
  if (type.kind !== 'cloze') return null;
  const found = type.fields.flatMap((field) => {
    const html = fieldText(state.fields, field.id);
    return clozeProblemsIn(html).map((problem) => ({
      field,
      problem,
      words: wordsAt(html, problem),
    }));
  });
  if (found.length === 0) return null;
  return (
    <div className="note" role="status">
      {found.slice(0, MOST_NAMED).map(({ field, problem, words }) => (
        <p key={`${field.id} ${problem.offset}`} className="long-words">
          {field.name}: <q>{words}</q> {WHY[problem.reason]}
        </p>
      ))}
      {found.length > MOST_NAMED && <p>{t`And ${found.length - MOST_NAMED} more.`}</p>}
    </div>
  );
}

const MOST_NAMED = 4;

const WHY: Readonly<Record<ClozeProblem['reason'], string>> = {
  unclosed: t`opens a deletion that is not closed, so it hides nothing. Write }} after the hidden words.`,
  empty: t`hides nothing. Write the hidden words after the ::, or take the signs away.`,
  number: t`has a number outside 1 to ${MAX_CLOZE_NUMBER}: 0 hides nothing, and a larger one counts as ${MAX_CLOZE_NUMBER}. Number it from 1.`,
  depth: t`lies more than ten deep, so it hides nothing. Move it out.`,
};

/** The sign that is wrong and the words after it. */
function wordsAt(html: string, { offset }: ClozeProblem): string {
  const text = textToRead(html.slice(offset, offset + 200)).replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
