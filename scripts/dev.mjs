/** `npm run dev`: Rounds with hot reload, in Electron's window where it can be, else in a browser. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkout } from './build.mjs';
import { electronBinary, hasDisplay, rootArguments } from './electron.mjs';

const PORT = 5173;

if (electronBinary() !== undefined && hasDisplay()) {
  const manifest = createRequire(import.meta.url).resolve('electron-vite/package.json');
  const tool = join(dirname(manifest), 'bin/electron-vite.js');
  const sandbox = rootArguments().length > 0 ? ['--noSandbox'] : [];
  const child = spawn(process.execPath, [tool, 'dev', '--watch', ...sandbox], {
    cwd: checkout,
    stdio: 'inherit',
  });
  child.on('exit', (code) => process.exit(code ?? 0));
} else {
  const why = electronBinary() === undefined ? "Electron's binary is not here" : 'no display';
  console.log(`Hot reload in a browser, without Electron's window (${why}).`);
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: join(checkout, 'renderer.config.ts'),
    server: { host: '127.0.0.1', port: PORT, strictPort: true },
  });
  await server.listen();
  server.printUrls();
}
