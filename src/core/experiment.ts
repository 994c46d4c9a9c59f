import type { Experiment } from '../types';
import { shareOf } from './holdout';

type Variant = Experiment['variants'][number];

/** The visitor's variant: the same on every visit, and drawn apart from the holdout and from every other experiment. */
export const variantOf = ({ id, variants }: Experiment, visitor: string): Variant | undefined => {
  let left = shareOf(`${visitor}${id}`);
  for (const variant of variants) {
    left -= variant.share;
    if (left < 0) return variant;
  }
  // Ten shares of 0.1 add up to a hair below 1: what is left over is the last one's.
  return variants[variants.length - 1];
};
