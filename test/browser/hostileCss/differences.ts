import { createRequire } from 'node:module';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Differences {
  readonly count: number;
  /** Where the first of them is. */
  readonly first?: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

// The package has no types.
const { PNG } = createRequire(import.meta.url)('pngjs') as { PNG: { sync: { read(png: Buffer): Picture } } };

export const picture = (png: Buffer): Picture => PNG.sync.read(png);

/** How many pixels differ at all, of those that are asked about. */
export const differences = (one: Picture, other: Picture, isAsked: (x: number, y: number) => boolean): Differences => {
  let count = 0;
  let first: string | undefined;
  for (let y = 0; y < one.height; y++)
    for (let x = 0; x < one.width; x++) {
      const at = 4 * (y * one.width + x);
      const isSame = one.data.readUInt32LE(at) === other.data.readUInt32LE(at);
      if (isSame || !isAsked(x, y)) continue;
      count++;
      first ??= `${x},${y}`;
    }
  return { count, first };
};

/** Its inside without the corners, through which the page is seen. */
export const inside =
  ({ x, y, width, height }: Box, corner: number) =>
  (px: number, py: number): boolean => {
    const toSide = Math.min(px - Math.ceil(x), Math.floor(x + width) - 1 - px);
    const toEnd = Math.min(py - Math.ceil(y), Math.floor(y + height) - 1 - py);
    return toSide >= 0 && toEnd >= 0 && (toSide >= corner || toEnd >= corner);
  };

/** The page beside it, out of reach of its shadow. */
export const beside =
  ({ x, y, width, height }: Box, shadow: number) =>
  (px: number, py: number): boolean =>
    px < x - shadow || px > x + width + shadow || py < y - shadow || py > y + height + shadow;
