import type { SectionOfSession } from '../../domain/study/session-report.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { shownPath } from '../../kernel/path.ts';
import { named } from '../../kernel/named.ts';
import { phrase } from '../kit/text/phrase.ts';

/** How many cards of each section were recalled. Nothing where there is but one section. */
export function SectionTable(props: {
  readonly sections: readonly SectionOfSession[];
  readonly caption: string;
  /** What counted as recalled. */
  readonly heading: string;
}) {
  const { sections } = props;
  const { first, more } = useFirst(sections, (n) => plural(n, '# more section'));
  if (sections.length < 2) return null;
  return (
    <>
      <table className="cram-sections number">
        <caption className="hidden-text">{props.caption}</caption>
        <thead>
          <tr className="soft small">
            <th scope="col">{t`Section`}</th>
            <th scope="col">{props.heading}</th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ name, cards, recalled }) => (
            <tr key={name}>
              <th scope="row">{named(shownPath(name)) || t`Without a section`}</th>
              <td>
                <span className="cram-share">
                  {phrase`${(
                    <span className="cram-meter" aria-hidden="true">
                      <span style={{ width: `${(100 * recalled) / Math.max(1, cards)}%` }} />
                    </span>
                  )}${recalled} of ${cards}`}
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
