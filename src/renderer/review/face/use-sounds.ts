import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { CardInFull } from '../../../engine/commands/study/study.ts';
import { useAtHand } from '../../actions/use-at-hand.ts';
import type { FrameInUse } from './use-two-frames.ts';

/**
 * The sounds of the side on screen in `face`: they play as it comes into sight, once (SOUND-1), and
 * again with R, where it has any (KEYS-10). Returns what hears that a side stands in its frame.
 */
export function useSounds(
  face: RefObject<HTMLElement | null>,
  frames: readonly FrameInUse[],
  { card, preset }: CardInFull,
  isRevealed: boolean,
): (place: FrameInUse['place'], html: string) => void {
  const drawn = useRef<Partial<Record<FrameInUse['place'], string>>>({});
  const heard = useRef('');
  // Few cards have a sound: no first card waits for what plays it.
  const sounds = () => import('./sounds.ts');
  const showing = `${card.id} ${card.schedule.reps}`;
  // A flag or another text of the same side is no new sight of it.
  const sight = `${showing} ${isRevealed}`;
  const inSight = frames.find(({ isAhead }) => !isAhead);
  const { place = 0, side } = inSight ?? {};
  const asked = { showing, isRevealed, preset };
  const hear = useEffectEvent(() => {
    if (heard.current === sight || drawn.current[place] !== side?.html) return;
    heard.current = sight;
    const players = playersIn(face.current);
    if (players.length === 0) return;
    void sounds().then(
      ({ cameIntoSight }) => heard.current === sight && cameIntoSight(players, asked),
    );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn ahead comes into sight
  useEffect(hear, [sight, place, side?.html]);
  useAtHand({
    get replay() {
      const players = playersIn(face.current);
      return players.length === 0
        ? undefined
        : async () => (await sounds()).playAgain(players, asked);
    },
  });
  return (place, html) => {
    drawn.current[place] = html;
    hear();
  };
}

/** Of the side on screen, in its order; what a hint still hides is not heard. */
function playersIn(face: HTMLElement | null): readonly HTMLMediaElement[] {
  const frame = face?.querySelector<HTMLIFrameElement>('.card-frame:not(.ahead) iframe');
  const players = frame?.contentDocument?.querySelectorAll<HTMLMediaElement>('audio, video') ?? [];
  return [...players].filter((player) => player.checkVisibility());
}
