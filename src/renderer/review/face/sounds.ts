import type { Preset } from '../../../domain/collection/deck.ts';

/** One side of a card, in one showing of it. */
interface SideInSight {
  readonly showing: string;
  readonly isRevealed: boolean;
  readonly preset: Preset;
}

/** What the question at hand had, by addresses: a file has the same one on both sides. */
let ofQuestion: { readonly showing: string; readonly addresses: readonly string[] } | undefined;

/** Plays what a side has to be heard, as it comes: of an answer what the question did not have. */
export function cameIntoSight(players: readonly HTMLMediaElement[], side: SideInSight): void {
  const { showing, isRevealed, preset } = side;
  if (!isRevealed) ofQuestion = { showing, addresses: players.map(addressOf) };
  if (preset.soundsByHand || document.hidden || document.querySelector('dialog[open]')) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  playInTurn(
    withoutQuestion(players, side).filter(({ localName }) => !isStill || localName === 'audio'),
  );
}

/** Plays a side again: all that it has, or of an answer what is its own, if there is any. */
export function playAgain(players: readonly HTMLMediaElement[], side: SideInSight): void {
  const own = side.preset.replaysAnswerAlone ? withoutQuestion(players, side) : [];
  playInTurn(own.length > 0 ? own : players);
}

function withoutQuestion(
  players: readonly HTMLMediaElement[],
  { showing, isRevealed }: SideInSight,
): readonly HTMLMediaElement[] {
  if (!isRevealed || ofQuestion?.showing !== showing) return players;
  const before = [...ofQuestion.addresses];
  return players.filter((player) => {
    const at = before.indexOf(addressOf(player));
    if (at >= 0) before.splice(at, 1);
    return at < 0;
  });
}

function addressOf({ src }: HTMLMediaElement): string {
  return src;
}

/** Plays the first of `players` from its beginning, and each other one when that is over. */
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
  // One that cannot be played is passed over; one that was stopped meanwhile is not, nor is one that
  // the browser does not let sound before the first press.
  player.play().catch(() => player.error && player.onended?.(new Event('ended')));
}
