import type { Problem } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { chordLabel } from '../../kit/keys/chord.ts';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import type { Picture } from './use-picture.ts';
import { named } from '../../../kernel/named.ts';

/** What stands where the picture would: how to get one, or why it cannot be shown. */
export function PicturePlace(props: {
  readonly state: Exclude<Picture['state'], 'shown'>;
  readonly imageName: string;
  readonly masks: number;
  readonly onChooseImage: () => void;
}) {
  const { state, imageName } = props;
  if (state === 'loading') return <div className="occlusion-place" aria-busy="true" />;
  const isMissing = state === 'none' && imageName !== '';
  return (
    <div className={isMissing ? 'occlusion-place occlusion-place-late' : 'occlusion-place'}>
      {state === 'broken' && <ProblemNote problem={broken(imageName, props.masks)} />}
      {isMissing && (
        <p>{t`‘${imageName}’ is not among the media. ${kept(props.masks)} Choose the picture again.`}</p>
      )}
      {state === 'none' && !isMissing && (
        <p>{t`Drop a picture here, paste one with ${chordLabel('mod+v')}, or choose a file. Then cover what to learn.`}</p>
      )}
      <button
        type="button"
        className="primary"
        onClick={props.onChooseImage}
      >{t`Choose a picture`}</button>
    </div>
  );
}

function broken(imageName: string, masks: number): Problem {
  return {
    what: t`${imageName === '' ? t`The picture` : `‘${named(imageName)}’`} cannot be shown: it is damaged, or not a picture this program can read.`,
    kept: t`The file is kept as it is. ${kept(masks)}`.trim(),
    todo: t`Choose another picture: PNG, JPEG, WebP, GIF, AVIF or BMP.`,
  };
}

/** Why what was dropped or pasted was not taken. */
export function notAPicture(name: string): Problem {
  return {
    what: t`‘${named(name)}’ is not a picture.`,
    kept: t`Picture and masks stay as they were.`,
    todo: t`Drop or paste a picture: PNG, JPEG, WebP, GIF, AVIF or BMP.`,
  };
}

function kept(masks: number): string {
  if (masks === 0) return '';
  return plural(masks, 'Its mask is kept.', 'Its # masks are kept.');
}
