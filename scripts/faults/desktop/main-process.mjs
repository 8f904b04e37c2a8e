/**
 * The built main in a process of its own, which can be killed: `node main-process.mjs FOLDER`, with the
 * folder of its data. What the page asks of it comes as messages, and is answered by one each.
 */
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../../build.mjs';

register('./resolve-electron.mjs', import.meta.url);
const { standIn } = await import('electron');
standIn.options.userData = process.argv[2];
await import(pathToFileURL(join(checkout, 'out/main/index.js')).href);

const PAGE = { url: 'app://rounds/index.html', parent: null };
process.on('message', ({ id, channel, args }) => {
  standIn.invoke(channel, PAGE, ...args).then(
    (value) => process.send({ id, value }),
    (error) => process.send({ id, error: String(error) }),
  );
});
// Where whoever started it is gone, so is it.
process.on('disconnect', () => process.exit());
const ready = setInterval(() => {
  if (!standIn.windows[0]?.visible) return;
  clearInterval(ready);
  process.send({ id: 'ready' });
}, 10);
