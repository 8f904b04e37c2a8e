/**
 * Finds a Chromium for the tests, the bench and the web shell's window, and gets one where it can.
 * A real Chromium is part of every test run: its IndexedDB is the one that people's cards live in.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';

/** Quiet, offline and without a GPU: what every automated run of Chromium here is given. */
export const chromiumArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLAYWRIGHT_LIMIT_MILLIS = 180_000;
const APT_LIMIT_MILLIS = 600_000;
const SHELL_LIMIT_MILLIS = 180_000;
const DEBIANS_CHROMIUM = '/usr/bin/chromium';

/**
 * The Chromium to use and how it was found, or undefined where this machine has none. Quick.
 * With `onlyInstalled`, never Playwright's: a person's cards do not belong in a test tool's browser.
 */
export function findChromium({ onlyInstalled = false } = {}) {
  return fromEnvironment() ?? (onlyInstalled ? undefined : fromPlaywright()) ?? fromMachine();
}

/**
 * As findChromium, but installs one where none is found: Playwright's own download first, then
 * Debian's package when root. Throws an Error that names what to install when neither works.
 * @param {(line: string) => void} say
 */
export async function obtainChromium(say = console.log) {
  const found = findChromium();
  if (found) return found;

  say('No Chromium here yet: asking Playwright to download one (3 minutes at most).');
  const playwright = playwrightCommandLine();
  if (playwright) {
    run(process.execPath, [playwright, 'install', 'chromium'], PLAYWRIGHT_LIMIT_MILLIS);
    const downloaded = fromPlaywright();
    if (downloaded) return { ...downloaded, how: 'downloaded by Playwright just now' };
  }

  if (canInstall()) {
    say("Playwright's download did not work: installing Debian's package (10 minutes at most).");
    run('apt-get', ['update'], APT_LIMIT_MILLIS);
    const packages = ['chromium', 'chromium-headless-shell'];
    const install = ['install', '-y', '--no-install-recommends'];
    run('apt-get', [...install, ...packages], APT_LIMIT_MILLIS);
    // Ubuntu has no package of the headless shell, and then takes neither.
    if (!fromMachine()) run('apt-get', [...install, 'chromium'], APT_LIMIT_MILLIS);
    const installed = fromMachine();
    if (installed) return { ...installed, how: "Debian's package, installed just now" };
  }

  throw new Error(
    [
      'No Chromium was found, and none could be downloaded. Nothing was changed.',
      'Do one of these, then run the command again:',
      '  npx playwright install chromium',
      '  apt-get install chromium           (Debian and Ubuntu, as root)',
      '  install Chromium, Google Chrome or Microsoft Edge in its usual place',
      '  set ROUNDS_CHROMIUM to the path of a Chromium that you have',
    ].join('\n'),
  );
}

/**
 * The headless shell, or undefined where there is none: Chromium without its own windows, menus and
 * services. The same engine and storage, for a third less processor time.
 */
export function findHeadlessShell() {
  return fromEnvironment(['ROUNDS_HEADLESS_SHELL']) ?? shellFromPlaywright() ?? shellFromMachine();
}

/**
 * As findHeadlessShell, but installs Debian's where `chromium` is Debian's and this is root. Without
 * one the tests run all the same, in Chromium.
 * @param {{ path: string }} chromium
 * @param {(line: string) => void} say
 */
export function obtainHeadlessShell(chromium, say = console.log) {
  const found = findHeadlessShell();
  if (found || chromium.path !== DEBIANS_CHROMIUM || !canInstall()) return found;
  const version = debiansVersion();
  if (version === undefined) return undefined;
  say("Installing Debian's headless shell of the same Chromium (3 minutes at most).");
  // Of the same version or not at all: another would change the Chromium that is here.
  const install = [
    'install',
    '-y',
    '--no-install-recommends',
    `chromium-headless-shell=${version}`,
  ];
  run('apt-get', install, SHELL_LIMIT_MILLIS);
  if (!shellFromMachine()) {
    run('apt-get', ['update'], SHELL_LIMIT_MILLIS);
    run('apt-get', install, SHELL_LIMIT_MILLIS);
  }
  return shellFromMachine();
}

/** What the environment names is taken at its word: a wrong path is an error, not a fallback. */
function fromEnvironment(names = ['ROUNDS_CHROMIUM', 'CHROMIUM_PATH']) {
  for (const name of names) {
    const path = process.env[name];
    if (!path) continue;
    if (!existsSync(path)) throw new Error(`${name} names ${path}, and no such file exists.`);
    return { path, how: `named by ${name}` };
  }
  return undefined;
}

function fromPlaywright() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright');
    const path = chromium.executablePath();
    return existsSync(path) ? { path, how: 'downloaded by Playwright' } : undefined;
  } catch {
    return undefined;
  }
}

/** Playwright downloads it with its Chromium, into a folder beside it. */
function shellFromPlaywright() {
  const chromium = fromPlaywright();
  if (!chromium) return undefined;
  const folders = chromium.path.split(/[\\/]/);
  const place = folders.findIndex((folder) => /^chromium-\d+$/.test(folder));
  if (place === -1) return undefined;
  const version = folders[place].replace('chromium-', '');
  const home = [...folders.slice(0, place), `chromium_headless_shell-${version}`].join('/');
  const path = filesUnder(home).find((file) =>
    /^(chrome-headless-shell|headless_shell)(\.exe)?$/.test(basename(file)),
  );
  return path === undefined ? undefined : { path, how: 'downloaded by Playwright' };
}

/** @param {string} folder */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f));
}

function shellFromMachine() {
  const names = ['chromium-headless-shell', 'chrome-headless-shell'];
  const path = names.map(onPath).find((place) => place !== undefined);
  return path === undefined ? undefined : { path, how: 'installed on this machine' };
}

/** The version of the package, or undefined where Chromium is from elsewhere. */
function debiansVersion() {
  const asked = spawnSync('dpkg-query', ['--show', 'chromium'], { encoding: 'utf8' });
  // The name, a tab and the version.
  return asked.status === 0 ? asked.stdout.trim().split('\t')[1] : undefined;
}

function canInstall() {
  return (
    process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined
  );
}

function fromMachine() {
  const path = usualPlaces().find((place) => existsSync(place));
  return path === undefined ? undefined : { path, how: 'installed on this machine' };
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    const folders = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return apps.flatMap((app) => folders.map((f) => `${f}/${app}.app/Contents/MacOS/${app}`));
  }
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];
    const programs = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) =>
      roots.flatMap((root) => {
        const folder = process.env[root];
        return folder ? [join(folder, program)] : [];
      }),
    );
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  return names
    .flatMap((name) => [onPath(name), `/usr/bin/${name}`, `/snap/bin/${name}`])
    .filter((place) => place !== undefined);
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function playwrightCommandLine() {
  try {
    const manifest = createRequire(import.meta.url).resolve('playwright/package.json');
    return join(dirname(manifest), 'cli.js');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout in milliseconds
 */
function run(command, args, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: 'inherit', timeout, env, killSignal: 'SIGKILL' });
}
