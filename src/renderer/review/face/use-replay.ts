import type { RefObject } from 'react';
import { useAtHand } from '../../actions/use-at-hand.ts';

/** R plays the sounds of the side that is shown in `face` again, where it has any (KEYS-10). */
export function useReplay(face: RefObject<HTMLElement | null>): void {
  useAtHand({
    get replay() {
      const players = playersIn(face.current);
      return players.length === 0 ? undefined : () => playInTurn(players);
    },
  });
}

/** Of the side on screen, in its order; what a hint still hides is not heard. */
function playersIn(face: HTMLElement | null): readonly HTMLMediaElement[] {
  const frame = face?.querySelector<HTMLIFrameElement>('.card-frame:not(.ahead) iframe');
  const players = frame?.contentDocument?.querySelectorAll<HTMLMediaElement>('audio, video') ?? [];
  return [...players].filter((player) => player.checkVisibility());
}

function playInTurn(players: readonly HTMLMediaElement[]): void {
  for (const [index, player] of players.entries()) {
    player.pause();
    const next = players[index + 1];
    player.onended = next ? () => play(next) : null;
  }
  if (players[0]) play(players[0]);
}

function play(player: HTMLMediaElement): void {
  player.currentTime = 0;
  // One that cannot be played is passed over; one that was stopped meanwhile is not.
  player.play().catch(() => player.error && player.onended?.(new Event('ended')));
}
