import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { SERVER_NAME, serve } from '../../scripts/serve.mjs';
import { CHALLENGE, PROOF } from '../../scripts/server-proof.mjs';
import { waitUntil } from '../support/wait-for.ts';

const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/** The real command, on a machine without a display. */
function start(port: number) {
  const { DISPLAY: _d, WAYLAND_DISPLAY: _w, ...env } = process.env;
  const child = spawn(process.execPath, [script, '--web', '--as-built'], {
    env: { ...env, ROUNDS_PORT: String(port) },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const said: string[] = [];
  child.stdout.on('data', (data) => said.push(String(data)));
  child.stderr.on('data', (data) => said.push(String(data)));
  return { child, ended, output: () => said.join('') };
}

async function freePort(): Promise<number> {
  const server = await serve();
  await server.close();
  return server.port;
}

test.skipIf(process.platform === 'win32')(
  '[SHELL-25] npm start serves the page, says where, and Ctrl+C ends it',
  async () => {
    const port = await freePort();
    const { child, ended, output } = start(port);
    await waitUntil(() => output().includes('Ctrl+C'));
    expect(output()).toContain(`Rounds is at http://127.0.0.1:${port}/`);
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.text()).toContain('<div id="root">');

    const second = start(port);
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain(`Rounds is already running at http://127.0.0.1:${port}/`);

    child.kill('SIGINT');
    expect(await ended).toBe(0);
  },
);

test('[SHELL-24] npm start ends with an error where another program has the port', async () => {
  const other = createServer((_request, response) => response.end('something else'));
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const { ended, output } = start(port);
  expect(await ended).toBe(1);
  expect(output()).toContain(`port ${port} is taken by another program`);
});

/** A program at a port that names itself as Rounds does, and answers challenges by `answer`. */
async function impostor(answer: (challenge: string) => Promise<string | undefined>) {
  const other = createServer(async (request, response) => {
    const proof = await answer(String(request.headers[CHALLENGE]));
    response.writeHead(200, { server: SERVER_NAME, ...(proof ? { [PROOF]: proof } : {}) });
    response.end('give me the cards');
  });
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  return (other.address() as AddressInfo).port;
}

test('[SHELL-24] a server that only calls itself Rounds is not opened, and that is said', async () => {
  const genuine = await serve();
  onTestFinished(() => genuine.close());
  const passedOn = async (challenge: string) => {
    const answer = await fetch(genuine.address, { headers: { [CHALLENGE]: challenge } });
    return answer.headers.get(PROOF) ?? undefined;
  };
  for (const answer of [
    async () => undefined,
    async () => '0'.repeat(64),
    async (challenge: string) => challenge,
    passedOn,
  ]) {
    const { ended, output } = start(await impostor(answer));
    expect(await ended).toBe(1);
    expect(output()).toContain('calls itself Rounds and could not prove');
    expect(output()).not.toContain('already running');
  }
});
