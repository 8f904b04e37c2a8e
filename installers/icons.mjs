/**
 * Draws Rounds' icon (src/renderer/public/icon.svg) in Chromium, and packs it as each system wants
 * it: icons/*.png for Linux, icon.ico for Windows, icon.icns for macOS. Run after a change of it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.mjs';

const svg = readFileSync(new URL('../src/renderer/public/icon.svg', import.meta.url), 'utf8');
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
/** Apple's four letters for a PNG of so many pixels. */
const MAC = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
};
/** Icons of macOS stand in a frame of their own: so much of the picture is theirs. */
const MAC_PART = 824 / 1024;

const browser = await chromium.launch({
  executablePath: findChromium()?.path,
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
const here = (name) => new URL(name, import.meta.url);

mkdirSync(here('icons'), { recursive: true });
for (const size of LINUX) writeFileSync(here(`icons/${size}x${size}.png`), await drawn(size));
writeFileSync(here('icon.ico'), ico(await all(WINDOWS)));
writeFileSync(here('icon.icns'), icns(await all(Object.values(MAC), MAC_PART)));
await browser.close();

async function all(sizes, part) {
  const pictures = [];
  for (const size of sizes) pictures.push({ size, png: await drawn(size, part) });
  return pictures;
}

async function drawn(size, part = 1) {
  await page.setViewportSize({ width: size, height: size });
  const side = size * part;
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh}svg{width:${side}px;height:${side}px}</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true });
}

/** A list of where each PNG stands, then the PNGs; 0 means 256. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    head[entry] = size % 256;
    head[entry + 1] = size % 256;
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** A name and a length before the whole, and before each PNG. */
function icns(pictures) {
  const names = Object.keys(MAC);
  const parts = pictures.map(({ png }, index) => block(names[index], png));
  return block('icns', Buffer.concat(parts));
}

function block(name, bytes) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(bytes.length + 8, 4);
  return Buffer.concat([head, bytes]);
}
