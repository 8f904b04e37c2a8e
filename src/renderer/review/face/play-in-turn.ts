/** Plays the first of `players` from its beginning, and each other one when that is over. */
export function playInTurn(players: readonly HTMLMediaElement[]): void {
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
