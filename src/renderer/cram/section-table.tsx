import type { CramSection } from '../../domain/cram/report.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { shownPath } from '../../kernel/path.ts';
import { named } from '../../kernel/named.ts';

/** How ready each section was, by the first try. Nothing where there is but one. */
export function SectionTable({ sections }: { readonly sections: readonly CramSection[] }) {
  const { first, more } = useFirst(sections, 'section');
  if (sections.length < 2) return null;
  return (
    <>
      <table className="cram-sections number">
        <caption className="hidden-text">How ready each section is</caption>
        <thead>
          <tr className="soft small">
            <th scope="col">Section</th>
            <th scope="col">First try</th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ name, crammed, atFirst }) => (
            <tr key={name}>
              <th scope="row">{named(shownPath(name)) || 'Without a section'}</th>
              <td>
                <span className="cram-share">
                  <span className="cram-meter" aria-hidden="true">
                    <span style={{ width: `${(100 * atFirst) / Math.max(1, crammed)}%` }} />
                  </span>
                  {atFirst} of {crammed}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}
