import { useState } from 'react';
import { slotsOf } from '../../domain/content/cards-of-note.ts';
import type { Note } from '../../domain/content/note.ts';
import { noteSummary } from '../../domain/content/note-summary.ts';
import { BASIC, stockType } from '../../domain/content/stock.ts';
import type { NoteId } from '../../kernel/ids.ts';
import type { DeckReport } from '../../engine/queries/once/decks.ts';
import { plural, t } from '../../kernel/texts.ts';
import { Scrolled } from '../kit/list/scrolled.tsx';
import { useFirst } from '../kit/list/use-first.tsx';

/** What loading the file would do, and the choices it leaves to the person. */
export function DeckReportView(props: {
  readonly report: DeckReport;
  readonly isBusy: boolean;
  readonly onLoad: (archive: readonly NoteId[], restore: readonly NoteId[]) => Promise<void>;
}) {
  const { parsed, comparison, stored } = props.report;
  const { added, changed, kept, unchanged, removed, returned } = comparison;
  const [archive, setArchive] = useState<ReadonlySet<NoteId>>(
    () => new Set(removed.map((note) => note.id)),
  );
  const [restore, setRestore] = useState<ReadonlySet<NoteId>>(() => new Set());
  const cards = parsed.drafts.reduce((sum, draft) => sum + slotsOf(draft.content).length, 0);
  const errors = parsed.problems.filter((problem) => problem.severity === 'error');
  const problems = useFirst(parsed.problems, (n) => plural(n, '# more remark'));
  const lines = [
    added.length > 0 && t`${plural(added.length, '# fact')} added`,
    changed.length > 0 && t`${plural(changed.length, '# fact')} updated`,
    kept.length > 0 && t`${plural(kept.length, '# fact')} where your own edit is kept`,
    unchanged.length > 0 && t`${plural(unchanged.length, '# fact')} unchanged`,
  ].filter((line) => line !== false);

  return (
    <section className="report" aria-labelledby="report">
      <h2 id="report">{parsed.deck.name || t`This file`}</h2>
      <p className="number">
        {plural(parsed.drafts.length, '# fact')}, {plural(cards, '# card')}
        {stored && lines.length > 0 && `: ${lines.join(', ')}`}.
      </p>
      {parsed.problems.length > 0 && (
        <div className={errors.length > 0 ? 'note note-problem' : 'note'}>
          <p className="note-what">
            {errors.length > 0
              ? t`${plural(errors.length, '# error')} in the file; every other fact loads.`
              : t`${plural(parsed.problems.length, '# remark')} on the file; everything loads.`}
          </p>
          <Scrolled className="problem-scroll" name={t`Remarks on the file`}>
            <ol className="problem-list">
              {problems.first.map((problem) => (
                <li key={`${problem.line}:${problem.column}:${problem.message}`}>
                  <span className="number soft">{t`Line ${problem.line}, column ${problem.column}:`}</span>{' '}
                  {problem.message}
                </li>
              ))}
            </ol>
          </Scrolled>
          {problems.more}
        </div>
      )}
      <Choices
        title={t`No longer in the file`}
        help={t`Ticked facts are archived: out of study, history kept. The others stay as your own.`}
        notes={removed}
        ticked={archive}
        onChange={setArchive}
      />
      <Choices
        title={t`Archived, but in the file`}
        help={t`Ticked facts come back with the dates they had.`}
        notes={returned.map((note) => note.stored)}
        ticked={restore}
        onChange={setRestore}
      />
      {parsed.drafts.length > 0 && (
        <p className="actions">
          <button
            type="button"
            className="primary"
            disabled={props.isBusy}
            onClick={() => void props.onLoad([...archive], [...restore])}
          >
            {stored ? t`Update the deck` : t`Add the deck`}
          </button>
        </p>
      )}
    </section>
  );
}

function Choices(props: {
  readonly title: string;
  readonly help: string;
  readonly notes: readonly Note[];
  readonly ticked: ReadonlySet<NoteId>;
  readonly onChange: (ticked: ReadonlySet<NoteId>) => void;
}) {
  const { first, more } = useFirst(props.notes, (n) => plural(n, '# more fact'));
  if (props.notes.length === 0) return null;
  function toggle(id: NoteId): void {
    const ticked = new Set(props.ticked);
    if (!ticked.delete(id)) ticked.add(id);
    props.onChange(ticked);
  }
  return (
    <fieldset className="choices">
      <legend>{props.title}</legend>
      <p className="small soft">{props.help}</p>
      {first.map((note) => (
        <label key={note.id}>
          <input
            type="checkbox"
            checked={props.ticked.has(note.id)}
            onChange={() => toggle(note.id)}
          />
          <span>{textOf(note)}</span>
        </label>
      ))}
      {more}
    </fieldset>
  );
}

/** Facts of a file are of stock types. */
function textOf(note: Note): string {
  return noteSummary(note, stockType(note.noteTypeId) ?? BASIC);
}
