/**
 * `npm start [-- --web] [--as-built]`: builds where needed (never with --as-built) and opens
 * Rounds, as a window or in the browser.
 */
import { spawn } from 'node:child_process';
import { build, checkout } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { electronBinary, fetchElectron, hasDisplay, rootArguments } from './electron.mjs';
import { builtRenderer, SERVER_NAME, serve } from './serve.mjs';
import { secretOf, serverAt } from './server-proof.mjs';
import { chooseShell, openerFor, portFrom, webInstead, whenTaken } from './start-decisions.mjs';

const FETCH_MILLIS = 30_000;
/** A window that ends with an error sooner than this never really opened. */
const OPENED_AFTER_MILLIS = 8_000;

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(args) {
  const webAsked = args.includes('--web');
  if (!args.includes('--as-built')) build();
  const chosen = chooseShell({ webAsked, display: hasDisplay(), binary: electronBinary() });
  if (chosen.shell === 'web') return openWeb(chosen.why);
  if (chosen.shell === 'electron') return openElectron(chosen.binary);

  console.log(
    `Fetching Electron's binary, once (about 110 MB, ${FETCH_MILLIS / 1000} seconds at most).`,
  );
  const fetched = await fetchElectron(FETCH_MILLIS);
  const binary = electronBinary();
  if (binary !== undefined) return openElectron(binary);
  return openWeb(`Electron's binary could not be fetched: ${fetched}`);
}

/** Waits for the window to end. Where it cannot even open (a library missing, say), opens the web shell. */
async function openElectron(binary) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const opened = Date.now();
  const child = spawn(binary, [checkout, ...rootArguments()], { stdio: 'inherit', env });
  const stop = () => child.kill();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (status, signal) => resolve(signal === null ? status : 0));
  });
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (code === 0 || Date.now() - opened > OPENED_AFTER_MILLIS) return code;
  return openWeb(`Electron ended at once with code ${code}`);
}

async function openWeb(why) {
  const port = portFrom(process.env);
  if (why !== undefined) console.log(webInstead(why));
  const server = await serve({ port }).catch((error) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return undefined;
    throw error;
  });
  if (server === undefined) {
    const { name, isOurs } = await serverAt(port, secretOf(builtRenderer));
    const taken = whenTaken({ port, isOurs, isCalledRounds: name === SERVER_NAME });
    for (const line of taken.lines) console.log(line);
    if (taken.open) show(taken.open);
    return taken.exitCode;
  }
  console.log(`Rounds is at ${server.address} (Ctrl+C stops it).`);
  show(server.address);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve).once('SIGHUP', resolve);
  });
  await server.close();
  return 0;
}

/** Opens the address where there is a display. The browser lives on when this ends. */
function show(address) {
  const opener = openerFor({
    platform: process.platform,
    display: hasDisplay(),
    chromium: findChromium({ onlyInstalled: true })?.path,
    address,
    asRoot: process.getuid?.() === 0,
  });
  if (opener === undefined) return;
  const child = spawn(opener.command, opener.args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened; open the address yourself.'));
  child.unref();
}
