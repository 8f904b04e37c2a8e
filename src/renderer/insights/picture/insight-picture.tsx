import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { MenuButton } from '../../kit/menu/menu-button.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { csvOf } from './csv.ts';
import { useShownTable } from './shown-tables.tsx';
import { pngOf, stillOf, svgOf } from './still.ts';
import { type FigureTable, saidCell } from './table.ts';

/**
 * A picture of the page: what it is, the sentence that says what it means for this person, the
 * drawing, the same as a table, and the ways to save it (INSIGHT-3, INSIGHT-7).
 */
export function InsightPicture(props: {
  readonly title: string;
  readonly sentence: string;
  readonly table: FigureTable;
  /** Of what there is nothing to draw, the sentence and the table stand alone. */
  readonly children?: ReactNode;
}) {
  const { title, sentence, table } = props;
  const id = useId();
  const article = useRef<HTMLElement>(null);
  const { save, problem } = useSaving(title, table, article);
  useShownTable(title, table);
  return (
    <article className="picture" aria-labelledby={id} ref={article}>
      <header className="picture-head">
        <h3 id={id} className="small soft">
          {title}
        </h3>
        <div className="picture-save" data-unsaved>
          <MenuButton
            name={t`Save: ${title}`}
            isSign
            isAtRight
            groups={[
              {
                items: [
                  { name: t`As a picture (PNG)`, onChoose: () => void save('png') },
                  { name: t`As a drawing (SVG)`, onChoose: () => void save('svg') },
                  { name: t`As a table (CSV)`, onChoose: () => void save('csv') },
                ],
              },
            ]}
          >{t`Save ▾`}</MenuButton>
        </div>
      </header>
      <p className="picture-sentence">{sentence}</p>
      {props.children}
      <div data-unsaved className="picture-table">
        {problem && <ProblemNote problem={problem} />}
        <ChartTable
          about={table.about}
          head={table.columns.map(({ name }) => name)}
          rows={table.rows.map(
            ([first, ...cells]) =>
              [
                saidCell(table, first, 0),
                ...cells.map((cell, index) => saidCell(table, cell, index + 1)),
              ] as const,
          )}
        />
      </div>
    </article>
  );
}

type Form = 'png' | 'svg' | 'csv';

function useSaving(
  title: string,
  table: FigureTable,
  article: RefObject<HTMLElement | null>,
): { readonly save: (form: Form) => Promise<void>; readonly problem: Problem | undefined } {
  const { platform } = useEngine();
  const [problem, setProblem] = useState<Problem>();
  async function save(form: Form): Promise<void> {
    const element = article.current;
    if (!element) return;
    const name = fileName(title, form);
    if (form === 'csv') {
      const saved = await platform.saveTextFile(name, csvOf(title, table));
      setProblem(saved.ok ? undefined : saved.problem);
      return;
    }
    try {
      const still = stillOf(element);
      const saved =
        form === 'svg'
          ? await platform.saveTextFile(name, svgOf(still))
          : await platform.copies?.save(name, await pngOf(still));
      setProblem(saved?.ok ? undefined : (saved?.problem ?? NOT_SAVED));
    } catch {
      setProblem(NOT_SAVED);
    }
  }
  return { save, problem };
}

const NOT_SAVED: Problem = {
  what: t`The picture could not be drawn into a file.`,
  kept: t`Nothing was changed.`,
  todo: t`Save it as a table, or print the page into a PDF.`,
};

/** 'Rounds – True retention.png', without what a file's name cannot have. */
export function fileName(title: string, form: string): string {
  return t`Rounds – ${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.${form}`;
}
