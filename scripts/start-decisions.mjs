/** What `npm start` decides, without doing any of it: start.mjs looks, asks here, and acts. */

/**
 * Fixed, because a browser keeps the cards by the page's whole address: under another port the
 * same person would find an empty collection.
 */
export const DEFAULT_PORT = 4747;

/** The port to serve at; throws an Error for a person where ROUNDS_PORT is not one. */
export function portFrom(env) {
  const given = env.ROUNDS_PORT;
  if (given === undefined || given === '') return DEFAULT_PORT;
  const port = Number(given);
  if (/^\d+$/.test(given) && port >= 1 && port <= 65_535) return port;
  throw new Error(`ROUNDS_PORT is “${given}”; it must be a whole number from 1 to 65535.`);
}

/** Which shell to open; for the web shell, why. 'fetch': Electron, once its binary is downloaded. */
export function chooseShell({ webAsked, display, binary }) {
  if (webAsked) return { shell: 'web', why: undefined };
  if (!display) return { shell: 'web', why: 'there is no display for a window' };
  return binary === undefined ? { shell: 'fetch' } : { shell: 'electron', binary };
}

/** The one line that says why the web shell opens instead of the window. */
export function webInstead(why) {
  return `Rounds is served to the browser (${why}). It is the same program, with cards of its own.`;
}

/**
 * What to do where the port is taken: opened is only the server that has proved to be this checkout's,
 * whatever another calls itself.
 */
export function whenTaken({ port, isOurs, isCalledRounds }) {
  const address = `http://127.0.0.1:${port}/`;
  if (isOurs) {
    return { open: address, lines: [`Rounds is already running at ${address}`], exitCode: 0 };
  }
  return {
    open: undefined,
    lines: [
      isCalledRounds
        ? `Rounds was not started: port ${port} is taken by a program that calls itself Rounds and could not prove to be of this checkout. It was not opened, because whoever is at ${address} can read the cards.`
        : `Rounds was not started: port ${port} is taken by another program.`,
      'Your cards are kept: the browser has them under this very address, so the port is not changed by itself.',
      `Stop the other program and start again. For a separate, empty collection: ROUNDS_PORT=${port + 1} npm run start:web`,
    ],
    exitCode: 1,
  };
}

/** The command that shows the address to the person, or undefined where nothing can. */
export function openerFor({ platform, display, chromium, address, asRoot }) {
  if (!display) return undefined;
  if (chromium !== undefined) {
    const root = asRoot ? ['--no-sandbox'] : [];
    return { command: chromium, args: [`--app=${address}`, '--no-first-run', ...root] };
  }
  if (platform === 'darwin') return { command: 'open', args: [address] };
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '', address] };
  return { command: 'xdg-open', args: [address] };
}
