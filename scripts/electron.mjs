/**
 * Electron's binary: where it is, and how to get it. It is not part of the package; installing it
 * is a download of its own. `require('electron')` starts that download unasked, so nothing here does.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

const PROBE_MILLIS = 3_000;

/** The path of Electron's binary for this machine, or undefined where it is not installed whole. */
export function electronBinary() {
  const folder = packageFolder();
  if (folder === undefined) return undefined;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist');
  const binary = join(dist, nameFor(process.platform));
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const installed = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    return installed === version && existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** true where a window can be shown at all. */
export function hasDisplay(platform = process.platform, env = process.env) {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** A window as root cannot have Chromium's sandbox. */
export function rootArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Downloads the binary within `limitMillis`; 'done', or in words why not. What a broken-off
 * download leaves behind is removed, so that it is never taken for the whole.
 */
export async function fetchElectron(limitMillis) {
  const folder = packageFolder();
  if (folder === undefined) return 'the electron package is not installed';
  if (!(await canReachDownloads())) return 'there is no connection to its download server';
  const ended = await runInstaller(join(folder, 'install.js'), limitMillis);
  if (electronBinary() !== undefined) return 'done';
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  rmSync(join(folder, 'path.txt'), { force: true });
  return ended === 'late'
    ? `it took longer than ${limitMillis / 1000} seconds`
    : 'its download failed';
}

function runInstaller(script, limitMillis) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore' });
    const timer = setTimeout(() => {
      resolve('late');
      child.kill('SIGKILL');
    }, limitMillis);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve('ended');
    });
    child.on('error', () => resolve('ended'));
  });
}

/** A quick look before the download; with a mirror or a proxy only the download itself can tell. */
function canReachDownloads() {
  const roundabout = /^(npm_config_)?electron_mirror$|^https?_proxy$|^all_proxy$/i;
  if (Object.keys(process.env).some((name) => roundabout.test(name) && process.env[name])) {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    const socket = connect({ host: 'github.com', port: 443 });
    const finish = (reached) => {
      socket.destroy();
      resolve(reached);
    };
    socket.setTimeout(PROBE_MILLIS, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

function packageFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}

function nameFor(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}
