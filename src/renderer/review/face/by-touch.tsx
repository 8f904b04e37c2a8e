import type { RefObject } from 'react';
import type { Grade } from '../../../domain/memory/schedule.ts';
import { EnlargePictures } from '../../card/enlarge/enlarge-pictures.tsx';
import { useAtHand } from '../../actions/use-at-hand.ts';
import { usePreferences } from '../../preferences.ts';
import { Swipes } from '../swipe/swipes.tsx';

/** What no first card waits for: the card is swiped, and its pictures are enlarged. */
export function ByTouch(props: {
  readonly face: RefObject<HTMLElement | null>;
  readonly showing: unknown;
  readonly isRevealed: boolean;
  readonly onGrade: ((grade: Grade) => Promise<void>) | undefined;
}) {
  const { isRevealed, onGrade } = props;
  const { swipesGrade } = usePreferences();
  return (
    <>
      {swipesGrade && onGrade && <Swipes {...props} onGrade={onGrade} />}
      <EnlargePictures
        key={isRevealed ? 'answer' : 'question'}
        face={props.face}
        opensByTap={isRevealed}
        byKey={(open) => <ByKey open={open} />}
      />
    </>
  );
}

function ByKey({ open }: { readonly open: (() => void) | undefined }) {
  useAtHand({ enlarge: open });
  return null;
}
