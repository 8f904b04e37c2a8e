import { describe, expect, test } from 'vitest';
import { picturesOfRtf } from '../../../../src/renderer/editor/rich/paste/pictures/rtf-pictures.ts';

const PNG = '89504e470d0a1a0a0000000d';
const JPEG = 'ffd8ffe000104a46';

const seen = (rtf: string) =>
  picturesOfRtf(rtf).map((file) => file && `${file.name} ${file.type} ${file.size}`);
const png = 'pasted.png image/png 12';

describe('[EDITOR-27] pictures in a text as office programs write it', () => {
  test('Word’s are each one, without the copy for old readers, bullets and their properties', () => {
    const hex = PNG.replace(/(.{8})/g, '$1\r\n').toUpperCase();
    const word = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\listpicture{\pict\pngblip ${PNG}}}
      \pard One {\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn x}{\sv 89}}}\picscalex100\pngblip\bliptag-12
      {\*\blipuid ${'0'.repeat(32)}}${hex}}}{\nonshppict{\pict\wmetafile8 0100}} and {\pict\jpegblip\picw1 ${JPEG}}\par}`;
    expect(seen(word)).toEqual([png, 'pasted.jpg image/jpeg 8']);
  });

  test('one of another kind, or torn, keeps its place', () => {
    const rtf = (body: string) => String.raw`{\rtf1 {\pict ${body}}{\pict\pngblip ${PNG}}}`;
    for (const body of [
      String.raw`\emfblip 0100`,
      String.raw`\pngblip ffd8ffe0`,
      String.raw`\pngblip ${PNG}0`,
      String.raw`\pngblip ${PNG}zz`,
      String.raw`\pngblip`,
      String.raw`\pngblip\bin4 {}{}`,
    ]) {
      expect([body, ...seen(rtf(body))]).toEqual([body, undefined, png]);
    }
  });

  test.each([
    ['nothing', ''],
    ['no picture', String.raw`{\rtf1 pngblip ${PNG}}`],
    ['a picture outside of any group', String.raw`\pict\pngblip ${PNG}`],
    ['one that is never ended', String.raw`{\rtf1{\pict\pngblip ${PNG}`],
    ['a skip beyond the end', String.raw`{\rtf1{\pict\pngblip\bin999999999 ${PNG}}}`],
    ['a lone slash', '\\pict\\'],
    ['brackets in each other without end', `{\\pict${'{'.repeat(100_000)}`],
    ['brackets that only end', `\\pict${'}'.repeat(100_000)}`],
    ['too many pictures', `{${'{\\pict\\pngblip 89}'.repeat(501)}}`],
    ['too many pieces', `{\\pict ${'{}'.repeat(1_000_001)}`],
  ])('%s gives none', (_, rtf) => {
    expect(picturesOfRtf(rtf)).toEqual([]);
  });

  test('a skip backwards does not read anything twice', () => {
    expect(seen(String.raw`{\rtf1{\pict\pngblip\bin-5 ${PNG}}}`)).toEqual([undefined]);
  });
});
