import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEDIA_TYPES, type MediaType } from '../../../src/domain/media/media-kinds.ts';
import type { MediaName } from '../../../src/domain/media/media-file.ts';
import {
  candidatesFor,
  freeName,
  isSafeMediaName,
  mediaNameFrom,
  safeNameFrom,
  utf8Bytes,
} from '../../../src/domain/media/name.ts';

const SHA = '0123456789abcdef'.repeat(4);
const OTHER = 'fedcba9876543210'.repeat(4);

test.each([
  ['Scan 12.PNG', 'Scan 12.PNG'],
  ['photo.jpg', 'photo.png'],
  ['photo', 'photo.png'],
  ['evil.exe', 'evil.exe.png'],
  ['v1.2 final', 'v1.2 final.png'],
  ['../../etc/passwd', 'passwd.png'],
  ['C:\\Users\\me\\Scan.png', 'Scan.png'],
  ['/', 'image.png'],
  ['', 'image.png'],
  ['...', 'image.png'],
  ['.htaccess', 'htaccess.png'],
  ['  a  b \u00a0 c .png', 'a b c.png'],
  ['CON', 'CON_.png'],
  ['con.png', 'con_.png'],
  ['con .png', 'con_.png'],
  ['lpt1.tar.png', 'lpt1_.tar.png'],
  ['COM¹.png', 'COM¹_.png'],
  ['console.png', 'console.png'],
  ['a"onerror=alert(1)x=".png', 'a_onerror=alert(1)x=_.png'],
  ['<img src=x>.png', '_img src=x_.png'],
  ['{{c1::a}}.png', '__c1__a__.png'],
  ['a[b].png', 'a_b_.png'],
  ['a%2fb.png', 'a_2fb.png'],
  ['5% dextrose.png', '5% dextrose.png'],
  ['gnp.\u202egpj', 'gnp.gpj.png'],
  ['a\u0000b\u200bc\ufeff.png', 'abc.png'],
  ['e\u0301.png', 'é.png'],
  ['a\ud800b.png', 'ab.png'],
  ['javascript:alert(1).png', 'javascript_alert(1).png'],
  ['a\nb\tc.png', 'abc.png'],
  ['name.png.', 'name.png'],
  ['_template.png', '_template.png'],
])('[MEDIA-1] %j becomes %j', (from, to) => {
  expect(mediaNameFrom(from, 'image/png')).toBe(to);
});

test('[MEDIA-1] the ending tells the true type, and one that does stays as it is', () => {
  const of = (name: string, type: MediaType) => mediaNameFrom(name, type);
  expect(of('a.JPEG', 'image/jpeg')).toBe('a.JPEG');
  expect(of('a.png', 'image/jpeg')).toBe('a.jpg');
  expect(of('a.webm', 'audio/webm')).toBe('a.weba');
  expect(of('a.opus', 'audio/ogg')).toBe('a.opus');
  expect(of('', 'audio/mpeg')).toBe('audio.mp3');
  expect(of('?', 'video/mp4')).toBe('_.mp4');
});

test('[MEDIA-1] a long name is cut between letters, and its ending stays', () => {
  const name = mediaNameFrom(`${'ü'.repeat(80)}.png`, 'image/png');
  expect(name).toBe(`${'ü'.repeat(57)}.png`);
  expect(mediaNameFrom(`${'🩺'.repeat(40)}.png`, 'image/png')).toBe(`${'🩺'.repeat(28)}.png`);
  const full = `${'x'.repeat(116)}.png`;
  expect(mediaNameFrom(full, 'image/png')).toBe(full);
  const device = `${'con'}${' '.repeat(200)}x.png`;
  expect(mediaNameFrom(device, 'image/png')).toBe('con x.png');
  expect(safeNameFrom(device)).toBe('con_.png');
  expect(safeNameFrom(`a.${'x'.repeat(200)}`)).toBe(`a.${'x'.repeat(117)}`);
});

/** Names as an attacker writes them. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        ...['../', '..\\', '/', '.', '..', ' ', '\u00a0', 'con', 'NUL', 'aux.', 'lpt9', 'COM²'],
        ...['<', '>', ':', '"', '|', '?', '*', '^', '[', ']', '{{', '}}', '%00', '%', '2f', '&lt;'],
        ...['\u202e', '\u2066', '\u200f', '\u061c', '\ufeff', '\0', '\n', '\u2028', '\ud83d'],
        ...['\u0301', '\u0338', 'é', '한', '\u1112', '\u1161', '🩺', '\u{e0041}', '\uff0e'],
        ...['.png', '.PNG', '.jpg', '.svg', '.mp3', '.exe', 'x'.repeat(130), 'ü'.repeat(70)],
      ),
      // Not even well-formed.
      fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const anyType = fc.constantFrom(...MEDIA_TYPES);

test('[MEDIA-1] every name becomes a safe one, and a safe one stays', () => {
  fc.assert(
    fc.property(hostile, anyType, (from, type) => {
      for (const name of [mediaNameFrom(from, type), safeNameFrom(from)]) {
        expect(isSafeMediaName(name)).toBe(true);
        expect(utf8Bytes(name)).toBeLessThanOrEqual(120);
        expect(new TextEncoder().encode(name).length).toBe(utf8Bytes(name));
        expect(name.normalize('NFC')).toBe(name);
        expect(name).not.toMatch(/[/\\<>:"|?*^[\]{}\p{Cc}\p{Cf}\p{Cs}]|^[.\s]|[.\s]$|^$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com[0-9]|lpt[0-9])\s*(\.|$)/i);
        expect(name).not.toMatch(/%[0-9a-f]{2}/i);
      }
      const name = mediaNameFrom(from, type);
      expect(mediaNameFrom(name, type)).toBe(name);
      expect(safeNameFrom(name)).toBe(name);
    }),
    { numRuns: 300 },
  );
});

test('[MEDIA-1] what is called safe is what stays itself', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      if (isSafeMediaName(name)) expect(safeNameFrom(name)).toBe(name);
      else expect(safeNameFrom(name)).not.toBe(name);
    }),
    { numRuns: 300 },
  );
});

test('[MEDIA-2] the same name for the same bytes, another one for others, case apart or not', () => {
  const name = 'scan.png' as MediaName;
  const taken = [{ id: name, sha256: OTHER }];
  expect(freeName(name, SHA, [])).toBe('scan.png');
  expect(freeName(name, OTHER, taken)).toBe('scan.png');
  expect(freeName(name, SHA, taken)).toBe('scan-01234567.png');
  expect(freeName('SCAN.png' as MediaName, SHA, taken)).toBe('SCAN-01234567.png');
  expect(freeName('SCAN.png' as MediaName, OTHER, taken)).toBe('scan.png');
  const twice = [...taken, { id: 'scan-01234567.png' as MediaName, sha256: OTHER }];
  expect(freeName(name, SHA, twice)).toBe('scan-0123456789abcdef.png');
  expect(
    freeName(name, SHA, [...taken, { id: 'scan-01234567.png' as MediaName, sha256: SHA }]),
  ).toBe('scan-01234567.png');
  const all = candidatesFor(name, SHA).map((id) => ({ id, sha256: OTHER }));
  expect(freeName(name, SHA, all)).toBeUndefined();
});

test('[MEDIA-2] a free name is safe and free, whatever is taken', () => {
  const some = fc.tuple(hostile, anyType).map(([from, type]) => mediaNameFrom(from, type));
  fc.assert(
    fc.property(some, fc.array(fc.nat(3)), (name, takenAt) => {
      const candidates = candidatesFor(name, SHA);
      const taken = takenAt.map((at) => ({ id: candidates[at] as MediaName, sha256: OTHER }));
      const free = freeName(name, SHA, taken);
      if (free === undefined) {
        expect(new Set(takenAt).size).toBe(4);
        return;
      }
      expect(isSafeMediaName(free)).toBe(true);
      expect(taken.some(({ id }) => id.toLowerCase() === free.toLowerCase())).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('[MEDIA-1] half of a name’s bytes are an ending, and one more are part of the name', () => {
  const ending = (bytes: number) => `.${'e'.repeat(bytes - 1)}`;
  // Shortened, a name is a byte shorter than it could be: a device's gets one more.
  const long = 'n'.repeat(200);
  expect(safeNameFrom(long + ending(60))).toBe('n'.repeat(59) + ending(60));
  expect(safeNameFrom(long + ending(61))).toBe('n'.repeat(119));
  expect(utf8Bytes(mediaNameFrom(`${long}.png`, 'image/png'))).toBe(119);
  expect(mediaNameFrom(`${'n'.repeat(116)}.png`, 'image/png')).toBe(`${'n'.repeat(116)}.png`);
});

test('[MEDIA-1] only an ending that tells a kind of file is taken off for the true one', () => {
  expect(mediaNameFrom('a.JPG', 'image/jpeg')).toBe('a.JPG');
  expect(mediaNameFrom('a.jpeg', 'image/jpeg')).toBe('a.jpeg');
  expect(mediaNameFrom('a.mp3', 'image/png')).toBe('a.png');
  expect(mediaNameFrom('a.old', 'image/png')).toBe('a.old.png');
  expect(mediaNameFrom('png', 'image/png')).toBe('png.png');
});
