import { useState } from 'react';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { OcclusionShape } from '../../../../src/domain/template/occlusion/shapes.ts';
import { parseOcclusions } from '../../../../src/domain/template/occlusion.ts';
import { OcclusionEditor } from '../../../../src/renderer/editor/occlusion/occlusion-editor.tsx';
import { Announcer } from '../../../../src/renderer/kit/page/announcer.tsx';
import '../../../../src/renderer/kit/theme.css';
import '../../../../src/renderer/kit/base.css';

export interface Shown {
  /** Every value the editor gave, oldest first. */
  readonly changes: string[];
  /** Images handed on, by name. */
  readonly images: string[];
  readonly chosen: () => number;
  readonly value: () => string;
  readonly shapes: () => readonly OcclusionShape[];
  /** As when the field changes elsewhere. */
  readonly setValue: (html: string) => void;
  readonly canvas: () => SVGSVGElement;
  readonly said: () => string;
}

interface Options {
  readonly width?: number;
  readonly height?: number;
  /** undefined: no picture. */
  readonly picture?: Blob | undefined;
  readonly imageName?: string;
  /** Whether changes come back as the value; else only with setValue. */
  readonly isEchoed?: boolean;
}

/** The editor as a form holds it, on a picture of 1000 by 500 pixels in a wide window. */
export async function showEditor(value = '', options: Options = {}): Promise<Shown> {
  await page.viewport(options.width ?? 1200, options.height ?? 900);
  const blob = 'picture' in options ? options.picture : await picture(1000, 500);
  const imageUrl = blob && URL.createObjectURL(blob);
  const changes: string[] = [];
  const images: string[] = [];
  let chosen = 0;
  const outside = { value, set: (_: string): void => {} };
  function Form() {
    const [html, setHtml] = useState(value);
    outside.set = setHtml;
    return (
      <Announcer>
        <main className="page" style={{ maxWidth: 1100 }}>
          <h1>Add a note</h1>
          <OcclusionEditor
            imageUrl={imageUrl}
            imageName={options.imageName ?? 'heart.png'}
            value={html}
            onChange={(next) => {
              changes.push(next);
              outside.value = next;
              if (options.isEchoed !== false) setHtml(next);
            }}
            onChooseImage={() => {
              chosen++;
            }}
            onPasteImage={(file) => images.push(file.name)}
          />
        </main>
      </Announcer>
    );
  }
  await render(<Form />);
  if (blob?.type === 'image/png' && blob.size > 50) {
    await expect.element(page.getByRole('application')).toBeVisible();
  }
  return {
    changes,
    images,
    chosen: () => chosen,
    value: () => outside.value,
    shapes: () => parseOcclusions(outside.value).shapes,
    setValue: (html) => outside.set(html),
    canvas: () => document.querySelector('svg.occlusion-canvas') as SVGSVGElement,
    said: () => document.querySelector('main ~ [role="status"]')?.textContent ?? '',
  };
}

/** A field with each kind: one mask with words, two in a group, one of them on two cards, a label. */
export const EVERY_KIND = [
  '{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2:alt=aortic arch:oi=1}}<br>',
  '{{c2::image-occlusion:ellipse:left=.4:top=.4:rx=.1:ry=.15:oi=1}}<br>',
  '{{c2,3::image-occlusion:polygon:left=.7:top=.1:points=.7,.1 .9,.1 .9,.4:alt=valve:oi=1}}<br>',
  '{{c0::image-occlusion:text:left=.1:top=.8:text=From the front:oi=1}}<br>',
].join('');

/** A light picture with a frame and a dark dot in each quarter, as a PNG. */
export async function picture(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no canvas');
  paint.fillStyle = 'white';
  paint.fillRect(0, 0, width, height);
  paint.fillStyle = 'black';
  for (const x of [0.25, 0.75])
    for (const y of [0.25, 0.75]) paint.fillRect(x * width, y * height, 8, 8);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** A rectangle as the field has it, in hundredths. */
export function rect(
  number: number | string,
  left: number,
  top: number,
  width: number,
  height: number,
): string {
  const part = (value: number) => String(value / 100).replace(/^0\./, '.');
  return `{{c${number}::image-occlusion:rect:left=${part(left)}:top=${part(top)}:width=${part(width)}:height=${part(height)}:oi=1}}<br>`;
}

/** The shape as far as given, its lengths to half a hundredth: a pixel has a size. */
export function near(shape: object): unknown {
  const about = Object.entries(shape).map(([key, value]) => [
    key,
    typeof value === 'number'
      ? expect.toSatisfy((length: number) => Math.abs(length - value) < 0.005)
      : value,
  ]);
  return expect.objectContaining(Object.fromEntries(about));
}
