import type { ImportLook } from '../../engine/import/import-look.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { begin, END, phrase } from '../kit/text/phrase.ts';

/** So many sentences are read as they stand; more are folded. */
const FEW = 3;

/** What comes otherwise than it is in the file: scripts, which never run, and all else. */
export function Problems(props: Pick<ImportLook, 'scripts' | 'problems'>) {
  const { scripts, problems } = props;
  if (scripts.length + problems.length === 0) return null;
  return (
    <section className="import-problems" aria-labelledby="import-problems">
      <h2 id="import-problems">{t`Not as in the file`}</h2>
      {scripts.length > 0 && <Scripts scripts={scripts} />}
      {problems.length > 0 && <Sentences problems={problems} />}
    </section>
  );
}

function Scripts({ scripts }: Pick<ImportLook, 'scripts'>) {
  const { first, more } = useFirst(scripts, (n) => plural(n, '# more note type'));
  return (
    <details>
      <summary>
        {phrase`${plural(scripts.length, '# note type')} ${plural(scripts.length, 'brings', 'bring')} scripts, which Rounds never runs${begin(<span className="soft small" />)} What they would have shown…${END}`}
      </summary>
      <ul className="import-scripts">
        {first.map(({ name, shows }) => (
          <li key={name}>
            <p className="long-words">{name}</p>
            <ul className="small soft">
              {shows.length === 0 && <li>{t`Nothing that stands on the card itself.`}</li>}
              {shows.slice(0, 20).map((shown) => (
                <li key={shown} className="long-words">
                  {shown}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more}
    </details>
  );
}

function Sentences({ problems }: Pick<ImportLook, 'problems'>) {
  const { first, more } = useFirst(problems, (n) => plural(n, '# more remark'));
  const list = (
    <>
      <ul className="import-sentences">
        {first.map((problem) => (
          <li key={problem} className="long-words">
            {problem}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
  if (problems.length <= FEW) return list;
  return (
    <details>
      <summary>{t`${plural(problems.length, '# remark')} on what is in the file`}</summary>
      {list}
    </details>
  );
}
