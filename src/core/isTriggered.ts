import type { Campaign, Visit } from '../types';

/** One of the moments the campaign waits for was noticed in this visit; or it waits for none. */
export const isTriggered = ({ triggers }: Campaign, { moments }: Visit): boolean =>
  !triggers || moments.some(({ kind }) => triggers.includes(kind));
