import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** Set, what is shown becomes the reference: `WAVER_RECORD=1 npx vitest run --project browser gallery popupTree`. */
export const isRecording = !!process.env.WAVER_RECORD;

const folder = join(tmpdir(), 'waver-gallery');

/** Where pictures can be looked at. */
export const keepPng = (name: string, png: PNG): string => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(' ', '_')}.png`);
  writeFileSync(path, PNG.sync.write(png));
  return path;
};

/** Pictures by name, and the letters of the machine they were taken on, by language. */
export interface References {
  readonly fonts: Readonly<Record<string, string>>;
  readonly pictures: Readonly<Record<string, string>>;
}

const pathOf = (width: number) => new URL(`${width}.json`, import.meta.url);

export const readReferences = (width: number): References =>
  existsSync(pathOf(width)) ? JSON.parse(readFileSync(pathOf(width), 'utf8')) : { fonts: {}, pictures: {} };

export const writeReferences = (width: number, references: References) =>
  writeFileSync(pathOf(width), `${JSON.stringify(references, null, 2)}\n`);

/** What a machine's letters are like: their width, and how their edges are drawn. */
export const fontsOf = (page: Page, locales: readonly string[]): Promise<Record<string, string>> =>
  page.evaluate((all) => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    const { fontFamily } = getComputedStyle(document.body);
    const look = (locale: string) => {
      // Each language's own name, in its own letters.
      const name = `${new Intl.DisplayNames(locale, { type: 'language' }).of(locale)}`;
      pen.font = `100px ${fontFamily}`;
      const width = Math.round(pen.measureText(name).width);
      pen.font = `15px ${fontFamily}`;
      pen.clearRect(0, 0, canvas.width, canvas.height);
      pen.fillText(name, 10, 30);
      const edges = pen
        .getImageData(0, 0, canvas.width, canvas.height)
        .data.reduce((sum, v) => (sum * 31 + v) % 1e9, 7);
      return `${width} ${edges}`;
    };
    return Object.fromEntries(all.map((locale) => [locale, look(locale)]));
  }, locales);
