import { useCallback, useEffect, useState } from 'react';
import type { AsideDatabase as Aside } from '../../engine/queries/once/copies.ts';
import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { useNewest } from '../kit/hooks/use-newest.ts';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { size } from '../kit/text/file-size.ts';
import { dated } from '../kit/text/format.ts';

/** Databases that could not be read and were left as they were: what they take, and the way to delete them. */
export function DatabasesAside() {
  const engine = useEngine();
  const [aside, setAside] = useState<readonly Aside[]>([]);
  const [asked, setAsked] = useState<Aside>();
  const [problem, setProblem] = useState<Problem>();

  const asking = useNewest();
  const look = useCallback(async () => {
    const isNewest = asking();
    const found = await engine.ask('databasesAside');
    if (isNewest() && found.ok) setAside(found.value);
  }, [engine, asking]);
  useEffect(() => void look(), [look]);

  async function remove({ place }: Aside): Promise<void> {
    setAsked(undefined);
    const done = await engine.run('deletePutAside', place);
    setProblem(done.ok ? undefined : done.problem);
    await look();
  }

  if (aside.length === 0 && !problem) return null;
  return (
    <section className="form" aria-labelledby="put-aside">
      <h2 id="put-aside">{t`Put aside`}</h2>
      <p className="soft">{t`A card database that could not be read stands beside the one in use, as it was. What could be put back is in your collection; once you miss nothing, it can go.`}</p>
      <ul>
        {aside.map((each) => (
          <li key={`${each.place.bucket}/${each.place.name}`} className="actions">
            <span>{inWords(each)}</span>
            <button
              type="button"
              className="destructive"
              onClick={() => setAsked(each)}
            >{t`Delete…`}</button>
          </li>
        ))}
      </ul>
      {problem && <ProblemNote problem={problem} />}
      {asked && (
        <Confirm
          title={t`Delete the database that was put aside?`}
          doIt={t`Delete it`}
          isDestructive
          onDo={() => void remove(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>{t`${inWords(asked)}. What is in it and nowhere else is gone then, for good.`}</p>
        </Confirm>
      )}
    </section>
  );
}

function inWords({ bytes, atMillis }: Aside): string {
  const date =
    atMillis === undefined
      ? t`Put aside on a day that is not known any more`
      : t`Put aside on ${dated(atMillis)}`;
  return bytes === undefined ? date : `${date}, ${size(bytes)}`;
}
