import { expect, test } from 'vitest';
import {
  extensionOf,
  extensionsOf,
  isMediaType,
  kindOfName,
  kindOfType,
  MEDIA_EXTENSIONS,
  MEDIA_TYPES,
} from '../../../src/domain/media/media-kinds.ts';

test('[MEDIA-3] each type is a picture, a sound or a film, and each ending says one type', () => {
  expect(MEDIA_TYPES.map((type) => `${kindOfType(type)} ${extensionsOf(type).join(' ')}`)).toEqual([
    'image png',
    'image jpg jpeg jpe jfif',
    'image gif',
    'image webp',
    'image avif',
    'image bmp',
    'audio mp3',
    'audio m4a m4b',
    'audio aac',
    'audio ogg oga opus',
    'audio wav',
    'audio flac',
    'audio weba',
    'video webm',
    'video mp4 m4v',
  ]);
  expect(MEDIA_EXTENSIONS).toEqual(MEDIA_TYPES.flatMap(extensionsOf));
  expect(new Set(MEDIA_EXTENSIONS).size).toBe(MEDIA_EXTENSIONS.length);
});

test('[MEDIA-3] only these are types', () => {
  expect(MEDIA_TYPES.every(isMediaType)).toBe(true);
  expect(['image/svg+xml', 'toString', ''].map(isMediaType)).toEqual([false, false, false]);
});

test('[MEDIA-3] a name’s ending promises a kind, in any case; a leading dot begins no ending', () => {
  expect(['Scan.PNG', 'a.b.Opus', 'x.m4v', 'x.svg', 'png', '.png', 'x.'].map(kindOfName)).toEqual([
    'image',
    'audio',
    'video',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(['Scan.PNG', 'a.b.Opus', 'png', '.png', 'x.'].map(extensionOf)).toEqual([
    'png',
    'opus',
    '',
    '',
    '',
  ]);
});
