import type { ImportReport } from '../../engine/import/import-look.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useFirst } from '../kit/list/use-first.tsx';

/** So many stand open. */
const FEW = 10;

/** Each thing that an import could not take, and why. */
export function ThingsLeftOut({ leftOut }: Pick<ImportReport, 'leftOut'>) {
  const { first, more } = useFirst(leftOut, (n) => plural(n, '# more thing'));
  if (leftOut.length === 0) return null;
  return (
    <details className="import-left-out" open={leftOut.length <= FEW}>
      <summary>{t`${plural(leftOut.length, '# thing')} left out, and why`}</summary>
      <ul>
        {first.map(({ what, why }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may read alike, and none moves
          <li key={place} className="long-words">
            {what === '' ? t`A note without words` : what} <span className="small soft">{why}</span>
          </li>
        ))}
      </ul>
      {more}
    </details>
  );
}
