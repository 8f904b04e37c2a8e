import { t } from '../../../kernel/texts.ts';
import { useFolderStanding } from '../../live.ts';
import { hasWords, lacksWords } from './folder-words.ts';

/** How the journal in the folder stands to the collection, and the way to bring in what it has more. */
export function JournalInFolder(props: {
  readonly isBusy: boolean;
  /** The folder cannot be read now, and that is said beside this. */
  readonly isAway: boolean;
  readonly onBringIn: () => void;
}) {
  const standing = useFolderStanding();
  if (!standing) return null;
  return (
    <div role="status">
      {(standing.lacks > 0 || !props.isAway) && (
        <p className="soft small">{lacksWords(standing)}</p>
      )}
      {standing.has > 0 && (
        <p>
          {hasWords(standing.has)}{' '}
          <button
            type="button"
            disabled={props.isBusy}
            onClick={props.onBringIn}
          >{t`Bring them in`}</button>
        </p>
      )}
    </div>
  );
}
