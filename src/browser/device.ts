import type { Device } from '../types';

/** As CSS authors draw the line between phones and tablets. */
const PHONE_PX = 768;

/** A finger, and a screen that fits a hand, or not. */
export const deviceOf = (): Device =>
  !window.matchMedia?.('(pointer:coarse)').matches
    ? 'desktop'
    : Math.min(screen.width, screen.height) < PHONE_PX
      ? 'phone'
      : 'tablet';
