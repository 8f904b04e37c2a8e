import fc from 'fast-check';
import { expect, test } from 'vitest';
import { admit, MAX_MEDIA_BYTES } from '../../../src/domain/media/admit.ts';
import { MEDIA_TYPES } from '../../../src/domain/media/media-kinds.ts';
import { foreignKindOf, HEAD_BYTES, sniff, typeOf } from '../../../src/domain/media/sniff.ts';
import type { Problem, Result } from '../../../src/kernel/problem.ts';
import {
  AVIF,
  BMP,
  encoded,
  GIF,
  JPEG,
  MP4_FILM,
  MP4_SOUND,
  mp3,
  PNG,
  SVG,
  WEBM_FILM,
  WEBM_SOUND,
  WEBP,
  wav,
} from '../../support/media-files.ts';

function problemOf(result: Result<unknown>): Problem {
  if (result.ok) throw new Error('was not refused');
  for (const sentence of Object.values(result.problem)) expect(sentence).toMatch(/^\S.*[.]$/s);
  return result.problem;
}

const UNNAMED = { name: 'file', type: '' };

const head = (text: string, more = 40) => {
  const bytes = new Uint8Array(text.length + more);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
};

test.each([
  ['image/png', PNG],
  ['image/jpeg', JPEG],
  ['image/gif', GIF],
  ['image/webp', WEBP],
  ['image/avif', AVIF],
  ['image/avif', head('\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf')],
  ['image/bmp', BMP],
  ['audio/wav', wav()],
  ['audio/mpeg', mp3()],
  ['audio/mpeg', head('ID3\x04\0\0')],
  ['audio/aac', head('\xff\xf1\x50\x80')],
  ['audio/flac', head('fLaC\0\0\0\x22')],
  ['audio/ogg', head('OggS\0\x02OpusHead')],
  ['audio/mp4', head('\0\0\0\x20ftypM4A \0\0\0\0')],
  ['audio/webm', WEBM_SOUND],
  ['video/webm', WEBM_FILM],
  ['video/mp4', MP4_FILM],
] as const)('[MEDIA-3] %s is told from the bytes, whatever the name claims', (type, bytes) => {
  for (const claim of [
    UNNAMED,
    { name: 'x.svg', type: 'image/svg+xml' },
    { name: 'x.mp3', type: 'audio/mpeg' },
    { name: 'x.html', type: 'text/html' },
  ]) {
    expect(typeOf(bytes.subarray(0, HEAD_BYTES), claim)).toBe(type);
  }
});

const box = (major: string, ...compatible: readonly string[]) =>
  head(
    `\0\0\0${String.fromCharCode(16 + 4 * compatible.length)}ftyp${major}\0\0\0\0${compatible.join('')}`,
  );

test.each([
  ...['isom', 'iso2', 'iso5', 'iso7', 'iso9', 'mp41', 'mp42', 'mp71', 'avc1', 'hvc1', 'hev1'],
  ...[
    'MSNV',
    '3gp4',
    '3gp5',
    '3gp6',
    '3g2a',
    '3ge6',
    'M4V ',
    'M4VH',
    'f4v ',
    'dash',
    'cmfc',
    'XAVC',
  ],
])('[MEDIA-3] a film of the brand %s is one', (brand) => {
  expect(sniff(box(brand, 'isom'))).toBe('video/mp4');
  expect(sniff(box(brand))).toBe('video/mp4');
});

test('[MEDIA-3] a maker’s own brand is what it says it is compatible with', () => {
  expect(sniff(box('ACME', 'isom', 'mp42'))).toBe('video/mp4');
  expect(sniff(box('ACME', 'M4A ', 'mp42'))).toBe('audio/mp4');
  expect(sniff(box('ACME', 'none'))).toBeUndefined();
  // What is beyond the box is no brand.
  expect(sniff(head('\0\0\0\x14ftypACME\0\0\0\0noneisom'))).toBeUndefined();
  expect(sniff(box('qt  ', 'isom'))).toBeUndefined();
  expect(sniff(box('heic', 'mif1', 'mp42'))).toBeUndefined();
  expect(sniff(head('RF64\xff\xff\xff\xffWAVE'))).toBe('audio/wav');
});

test('[MEDIA-3] where a container may hold sound or film, the claim says which, and no more', () => {
  const of = (name: string, type = '') => typeOf(MP4_SOUND, { name, type });
  expect(of('lecture.mp4')).toBe('video/mp4');
  expect(of('lecture.m4a')).toBe('audio/mp4');
  expect(of('lecture', 'audio/mp4')).toBe('audio/mp4');
  expect(of('lecture.m4a', 'video/mp4')).toBe('video/mp4');
  expect(of('lecture.png', 'image/png')).toBe('video/mp4');
  // These name their tracks.
  expect(typeOf(MP4_FILM, { name: 'x.m4a', type: 'audio/mp4' })).toBe('video/mp4');
  expect(typeOf(WEBM_FILM, { name: 'x.weba', type: 'audio/webm' })).toBe('video/webm');
  expect(typeOf(WEBM_SOUND, { name: 'x.webm', type: 'video/webm' })).toBe('audio/webm');
  const cut = WEBM_SOUND.subarray(0, 60);
  expect(typeOf(cut, { name: 'x.webm', type: 'audio/webm;codecs=opus' })).toBe('audio/webm');
  expect(typeOf(cut, UNNAMED)).toBe('video/webm');
});

test.each([
  ['SVG', SVG],
  ['SVG', encoded('\ufeff  <svg/onload=alert(1)>')],
  ['SVG', encoded('<!-- a picture --><svg:svg xmlns:svg="http://www.w3.org/2000/svg">')],
  ['web page', encoded('<!DOCTYPE html><script>alert(1)</script>')],
  ['HEIC', head('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['TIFF', head('II*\0')],
  ['film', head('\0\0\0\x14ftypqt  \0\0\0\0')],
  ['film', head('RIFF\0\0\0\0AVI LIST')],
  ['film', head('\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska')],
  ['film', head('OggS\0\x02\x80theora')],
  ['PDF', encoded('%PDF-1.7')],
  ['no picture', encoded('MZ\x90')],
  ['no picture', encoded('BM is no picture, only two letters')],
  ['no picture', head('\xff\xff\xff\xff')],
])('[MEDIA-3] %s is refused with a reason and a way out', (word, bytes) => {
  const file = { name: 'a.png', type: 'image/png', bytes: bytes.length, head: bytes };
  const { what, kept, todo } = problemOf(admit(file));
  expect(what).toContain(word);
  expect(what).toContain('“a.png”');
  expect(kept).toBe('Nothing was added; everything else is as it was.');
  expect(todo).toMatch(/^(Open|Save) it|^Save the/);
});

test('[MEDIA-3] a type is one of the list, or there is none, whatever the bytes', () => {
  const starts = [PNG, JPEG, GIF, WEBP, AVIF, BMP, wav(), mp3(), WEBM_FILM, MP4_FILM];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    // Real beginnings, cut and spoilt.
    fc
      .tuple(fc.constantFrom(...starts), fc.nat(120), fc.nat(40), fc.nat(255))
      .map(([file, length, at, value]) => {
        const cut = file.slice(0, length);
        if (at < cut.length) cut[at] = value;
        return cut;
      }),
  );
  fc.assert(
    fc.property(bytes, fc.string(), fc.string(), (some, name, type) => {
      const found = typeOf(some, { name, type });
      if (found !== undefined) expect(MEDIA_TYPES).toContain(found);
      expect(found === undefined).toBe(sniff(some) === undefined);
      const result = admit({ name, type, bytes: some.length, head: some });
      if (!result.ok) problemOf(result);
    }),
    { numRuns: 300 },
  );
});

test('[MEDIA-4] a file may have 100 MB and not a byte more, and not be empty', () => {
  const file = { name: 'film.png', type: '', bytes: MAX_MEDIA_BYTES, head: PNG };
  expect(admit(file)).toEqual({ ok: true, value: 'image/png' });
  expect(problemOf(admit({ ...file, bytes: MAX_MEDIA_BYTES + 1 })).what).toBe(
    '“film.png” has 101 MB; a file may have at most 100 MB.',
  );
  expect(problemOf(admit({ ...file, bytes: 0, head: PNG.subarray(0, 0) })).what).toBe(
    '“film.png” is empty.',
  );
});

test('[MEDIA-3] a hostile name cannot turn, hide or flood the sentence that refuses it', () => {
  const name = `\u202egnp.exe\u0000\u200b${'x'.repeat(5000)}`;
  const { what } = problemOf(admit({ name, type: '', bytes: 1, head: new Uint8Array(1) }));
  expect(what).toMatch(/^“gnp\.exex{53}…” is no picture/);
  expect(problemOf(admit({ name: '\u202e', type: '', bytes: 0, head: PNG })).what).toBe(
    'The file is empty.',
  );
});

test.each([
  ['picture', '\0\0\0\x18ftypheic'],
  ['film', '\0\0\0\x18ftypqt  '],
  ['film', '\0\0\0\x18ftypM4V '],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['unknown', 'II*x'],
  ['film', '\x1a\x45\xdf\xa3'],
  ['film', 'OggS'],
  ['film', 'RIFF\0\0\0\0AVI '],
  ['unknown', 'RIFF\0\0\0\0CDDA'],
  ['unknown', 'xxxxxxxxAVI '],
  ['pdf', '%PDF-1.7'],
  ['svg', '<?xml version="1.0"?><svg '],
  ['svg', '<svg:svg>'],
  ['page', '<?xml version="1.0"?><svgs '],
  ['page', '\xef\xbb\xbf \n<!doctype html>'],
  ['page', '<html>'],
  ['unknown', '< html>'],
  ['unknown', 'a <html>'],
  ['unknown', ''],
])('[MEDIA-3] what cannot be kept is told apart: %s of %j', (kind, text) => {
  expect(foreignKindOf(head(text))).toBe(kind);
});

test('[MEDIA-3] a bitmap has its sign, its empty part and a header of a known size', () => {
  const bitmap = (size: number, more: Readonly<Record<number, number>> = {}) =>
    Object.assign(head('BM\x36\x10\0\0\0\0\0\0\x36\0\0\0'), { 14: size, ...more });
  for (const size of [12, 40, 52, 56, 64, 108, 124]) expect(sniff(bitmap(size))).toBe('image/bmp');
  expect(sniff(bitmap(41))).toBeUndefined();
  for (const at of [6, 9, 15, 17]) expect(sniff(bitmap(40, { [at]: 1 }))).toBeUndefined();
  for (const at of [0, 1]) expect(sniff(bitmap(40, { [at]: 0 }))).toBeUndefined();
});

test('[MEDIA-3] two bytes of a frame are no sound where its layer or rates say that it is none', () => {
  const frame = (second: number, third: number) =>
    sniff(new Uint8Array([0xff, second, third, 0xc4, ...Array(40).fill(0)]));
  expect(frame(0xfb, 0x90)).toBe('audio/mpeg');
  // A version and layers that are none of it; no bit rate, one that there is not, a sample rate likewise.
  for (const [second, third] of [
    [0xeb, 0x90],
    [0xfd, 0x90],
    [0xff, 0x90],
    [0xfb, 0],
    [0xfb, 0xf0],
    [0xfb, 0x9c],
  ] as const) {
    expect([second, third, frame(second, third)]).toEqual([second, third, undefined]);
  }
});
