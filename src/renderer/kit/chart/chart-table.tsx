import type { ReactNode } from 'react';
import { plural, t } from '../../../kernel/texts.ts';
import { useFirst } from '../list/use-first.tsx';
import { phrase } from '../text/phrase.ts';
import './chart.css';

/** What a chart shows, as a table for who would rather read it. The first column names the row. */
export function ChartTable(props: {
  /** What the table is about, for the ear. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly [key: string, ...cells: ReactNode[]])[];
}) {
  const { first, more } = useFirst(props.rows, (n) => plural(n, '# more row'));
  return (
    <details className="chart-table">
      <summary className="small soft">
        {phrase`As a table${<span className="hidden-text">: {props.about}</span>}`}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables are scrolled by keyboard too */}
      <section className="chart-table-scroll" tabIndex={0} aria-label={t`Table: ${props.about}`}>
        <table className="number small">
          <thead>
            <tr className="soft">
              {props.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map(([key, ...cells], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be called the same
              <tr key={index}>
                <th scope="row">{key}</th>
                {cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in fixed columns
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {more}
      </section>
    </details>
  );
}
