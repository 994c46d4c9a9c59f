import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { PNG } from 'pngjs';

/**
 * A picture as small as it can be and still be told from another: the mean brightness of each cell, and the mean colour
 * of each block of cells. What is lost is how edges are smoothed; what is kept is where something stands.
 */

/** A letter of the smallest text is about as wide: a word is several cells, a line is a row of them. */
const CELL = 8;
/** Colour fills areas; a button is several blocks. */
const BLOCK = 24;
/** Values are kept in steps of 4 of 255. */
const STEP = 4;

/** In CSS px of the view. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly box: Box;
  /** Of what stands in it to read: one figure for another is hardly a difference to the eye. */
  readonly text: string;
  readonly cells: Uint8Array;
}

const meansOf = (png: PNG, size: number, value: (r: number, g: number, b: number) => number): number[] => {
  const across = Math.ceil(png.width / size);
  const sums = new Float64Array(across * Math.ceil(png.height / size));
  const counts = new Uint32Array(sums.length);
  for (let y = 0; y < png.height; y++)
    for (let x = 0; x < png.width; x++) {
      const at = (y * png.width + x) * 4;
      const cell = Math.floor(y / size) * across + Math.floor(x / size);
      sums[cell] = (sums[cell] ?? 0) + value(png.data[at] ?? 0, png.data[at + 1] ?? 0, png.data[at + 2] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  return Array.from(sums, (sum, cell) => Math.min(63, Math.round(sum / (counts[cell] ?? 1) / STEP)));
};

/** Brightness and the two differences of colour, as television reckons them (ITU-R BT.601). */
const luma = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b;
const blue = (r: number, g: number, b: number) => 128 + 0.564 * (b - luma(r, g, b));
const red = (r: number, g: number, b: number) => 128 + 0.713 * (r - luma(r, g, b));

export const pictureOf = (png: PNG, box: Box, text: string): Picture => ({
  box,
  text: createHash('sha256').update(text).digest('hex').slice(0, 8),
  cells: Uint8Array.from([...meansOf(png, CELL, luma), ...meansOf(png, BLOCK, blue), ...meansOf(png, BLOCK, red)]),
});

/** One line of text. */
export const writePicture = ({ box, text, cells }: Picture): string => {
  const packed = brotliCompressSync(cells, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return `${box.x} ${box.y} ${box.width} ${box.height} ${text} ${packed.toString('base64')}`;
};

export const readPicture = (line: string): Picture => {
  const [x = 0, y = 0, width = 0, height = 0] = line.split(' ').map(Number);
  const [text = '', packed = ''] = line.split(' ').slice(4);
  return { box: { x, y, width, height }, text, cells: brotliDecompressSync(Buffer.from(packed, 'base64')) };
};

/** How much may be different before it counts, in steps and in cells. */
export interface Tolerance {
  readonly luma: number;
  readonly cells: number;
}

/**
 * Letters shifted by a third of a pixel change a cell by one step (measured); a frame of one pixel that is gone, by three
 * to four.
 */
export const FINE: Tolerance = { luma: 2, cells: 2 };
/** For a browser that draws letters in another way: up to six steps (measured, letters on a layer of their own). */
export const COARSE: Tolerance = { luma: 9, cells: 3 };

/** A place may be rounded the other way. */
const MOST_PX = 1;
/** Of colour, in steps: smoothing comes to one. */
const MOST_COLOUR = 2;

export interface Difference {
  readonly said: string;
  /** Where, in the picture. */
  readonly cells: readonly Box[];
}

/** What is different, in words; undefined: nothing that counts. */
export const differenceOf = (was: Picture, is: Picture, tolerance: Tolerance): Difference | undefined => {
  if (was.text !== is.text) return { said: 'another text', cells: [] };
  const moved = (['x', 'y', 'width', 'height'] as const).filter((of) => Math.abs(was.box[of] - is.box[of]) > MOST_PX);
  if (moved.length)
    return { said: moved.map((of) => `${of} was ${was.box[of]}, is ${is.box[of]}`).join('; '), cells: [] };
  const { width, height } = is.box;
  if (was.cells.length !== is.cells.length) return { said: 'a row or a column of cells more or less', cells: [] };
  const across = Math.ceil(width / CELL);
  const lumas = across * Math.ceil(height / CELL);
  const blocksAcross = Math.ceil(width / BLOCK);
  const blocks = blocksAcross * Math.ceil(height / BLOCK);
  const off = (from: number, to: number, most: number) => {
    const found: number[] = [];
    for (let at = from; at < to; at++)
      if (Math.abs((was.cells[at] ?? 0) - (is.cells[at] ?? 0)) > most) found.push(at - from);
    return found;
  };
  const boxes = (cells: number[], size: number, perRow: number) =>
    cells.map((cell) => ({
      x: (cell % perRow) * size,
      y: Math.floor(cell / perRow) * size,
      width: size,
      height: size,
    }));
  const bright = off(0, lumas, tolerance.luma);
  const [blueEnd, redEnd] = [lumas + blocks, lumas + 2 * blocks];
  const coloured = [...new Set([...off(lumas, blueEnd, MOST_COLOUR), ...off(blueEnd, redEnd, MOST_COLOUR)])];
  if (bright.length <= tolerance.cells && !coloured.length) return;
  return {
    said: `${bright.length} of ${lumas} cells in brightness, ${coloured.length} of ${blocks} blocks in colour`,
    cells: [...boxes(bright, CELL, across), ...boxes(coloured, BLOCK, blocksAcross)],
  };
};

/** The picture with what is different framed in red. */
export const frameCells = (png: PNG, cells: readonly Box[]): PNG => {
  const dot = (x: number, y: number) => {
    if (x >= png.width || y >= png.height) return;
    png.data.set([255, 0, 0, 255], (y * png.width + x) * 4);
  };
  for (const { x, y, width, height } of cells) {
    for (let i = 0; i < width; i++) [dot(x + i, y), dot(x + i, y + height - 1)];
    for (let i = 0; i < height; i++) [dot(x, y + i), dot(x + width - 1, y + i)];
  }
  return png;
};
