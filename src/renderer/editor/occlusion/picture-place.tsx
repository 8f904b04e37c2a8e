import type { Problem } from '../../../kernel/problem.ts';
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
        <p>
          ‘{imageName}’ is not among the media. {kept(props.masks)} Choose the picture again.
        </p>
      )}
      {state === 'none' && !isMissing && (
        <p>
          Drop a picture here, paste one with {chordLabel('mod+v')}, or choose a file. Then cover
          what to learn.
        </p>
      )}
      <button type="button" className="primary" onClick={props.onChooseImage}>
        Choose a picture
      </button>
    </div>
  );
}

function broken(imageName: string, masks: number): Problem {
  return {
    what: `${imageName === '' ? 'The picture' : `‘${named(imageName)}’`} cannot be shown: it is damaged, or not a picture this program can read.`,
    kept: `The file is kept as it is. ${kept(masks)}`.trim(),
    todo: 'Choose another picture: PNG, JPEG, WebP, GIF, AVIF or BMP.',
  };
}

/** Why what was dropped or pasted was not taken. */
export function notAPicture(name: string): Problem {
  return {
    what: `‘${named(name)}’ is not a picture.`,
    kept: 'Picture and masks stay as they were.',
    todo: 'Drop or paste a picture: PNG, JPEG, WebP, GIF, AVIF or BMP.',
  };
}

function kept(masks: number): string {
  if (masks === 0) return '';
  return masks === 1 ? 'Its mask is kept.' : `Its ${masks} masks are kept.`;
}
