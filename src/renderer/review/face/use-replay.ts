import type { RefObject } from 'react';
import { useAtHand } from '../../actions/use-at-hand.ts';

/** R plays the sounds of the side that is shown in `face` again, where it has any (KEYS-10). */
export function useReplay(face: RefObject<HTMLElement | null>): void {
  useAtHand({
    get replay() {
      const players = playersIn(face.current);
      if (players.length === 0) return undefined;
      // No card waits for it.
      return async () => (await import('./play-in-turn.ts')).playInTurn(players);
    },
  });
}

/** Of the side on screen, in its order; what a hint still hides is not heard. */
function playersIn(face: HTMLElement | null): readonly HTMLMediaElement[] {
  const frame = face?.querySelector<HTMLIFrameElement>('.card-frame:not(.ahead) iframe');
  const players = frame?.contentDocument?.querySelectorAll<HTMLMediaElement>('audio, video') ?? [];
  return [...players].filter((player) => player.checkVisibility());
}
