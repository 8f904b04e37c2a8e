import { expect, test } from 'vitest';
import { hasDisplay } from '../../scripts/electron.mjs';
import {
  chooseShell,
  openerFor,
  portFrom,
  webInstead,
  whenTaken,
} from '../../scripts/start-decisions.mjs';

test('[SHELL-24] the port is 4747, or what ROUNDS_PORT says', () => {
  expect(portFrom({})).toBe(4747);
  expect(portFrom({ ROUNDS_PORT: '' })).toBe(4747);
  expect(portFrom({ ROUNDS_PORT: '8080' })).toBe(8080);
});

test.each(['0', '65536', '-1', '4747.5', '0x1000', 'http', ' '])(
  '[SHELL-24] ROUNDS_PORT=%j is an error that says what it may be',
  (given) => {
    expect(() => portFrom({ ROUNDS_PORT: given })).toThrow('a whole number from 1 to 65535');
  },
);

test('[SHELL-24] where this checkout’s Rounds has the port, its address is opened, and that is no failure', () => {
  const taken = whenTaken({ port: 4747, isOurs: true, isCalledRounds: true });
  expect(taken).toEqual({
    open: 'http://127.0.0.1:4747/',
    lines: ['Rounds is already running at http://127.0.0.1:4747/'],
    exitCode: 0,
  });
});

test.each([
  ['another program', false, 'port 4747 is taken by another program'],
  ['one that calls itself Rounds', true, 'calls itself Rounds and could not prove'],
])(
  '[SHELL-24] where %s has the port, the person hears what happened, what was kept and what to do',
  (_, isCalledRounds, what) => {
    const { open, lines, exitCode } = whenTaken({ port: 4747, isOurs: false, isCalledRounds });
    expect([open, exitCode]).toEqual([undefined, 1]);
    expect(lines[0]).toContain(what);
    expect(lines[1]).toContain('Your cards are kept');
    expect(lines[2]).toContain('ROUNDS_PORT=4748');
  },
);

test('[SHELL-25] Electron opens where its binary and a display are', () => {
  const found = { webAsked: false, display: true, binary: '/electron' };
  expect(chooseShell(found)).toEqual({ shell: 'electron', binary: '/electron' });
  expect(chooseShell({ ...found, binary: undefined })).toEqual({ shell: 'fetch' });
});

test('[SHELL-25] without a display nothing is fetched, and the web shell says why it is there', () => {
  const chosen = chooseShell({ webAsked: false, display: false, binary: undefined });
  expect(chosen).toEqual({ shell: 'web', why: 'there is no display for a window' });
  expect(webInstead('there is no display for a window').split('\n')).toHaveLength(1);
});

test('[SHELL-25] the web shell that was asked for explains nothing', () => {
  expect(chooseShell({ webAsked: true, display: true, binary: '/electron' })).toEqual({
    shell: 'web',
    why: undefined,
  });
});

test('[SHELL-25] a display is known by the system’s own signs', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});

test('[SHELL-25] the address opens in an installed Chromium, else as the system would, else not', () => {
  const address = 'http://127.0.0.1:4747/';
  const found = { platform: 'linux', display: true, chromium: '/chromium', address, asRoot: false };
  expect(openerFor(found)).toEqual({
    command: '/chromium',
    args: [`--app=${address}`, '--no-first-run'],
  });
  expect(openerFor({ ...found, asRoot: true })?.args).toContain('--no-sandbox');
  const without = { ...found, chromium: undefined };
  expect(openerFor(without)?.command).toBe('xdg-open');
  expect(openerFor({ ...without, platform: 'darwin' })?.command).toBe('open');
  expect(openerFor({ ...without, platform: 'win32' })?.command).toBe('cmd');
  expect(openerFor({ ...found, display: false })).toBeUndefined();
});
