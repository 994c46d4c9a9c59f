import type { PopupDoor } from '../src/types';

/** What a popup takes over from the page it stands on. Absent: nothing there was convincing. */
export interface Look {
  /** The page is dark. */
  readonly dark?: boolean;
  /** Font of its main text, where the page's body has another. */
  readonly font?: string;
  /** The ground of its chief button. */
  readonly accent?: string;
  /** How round its buttons are, in px; half as round as they are high: `pill`. */
  readonly corner?: number | 'pill';
}

/** What the page looks like just now. Loaded beside what the popup shows; where it cannot be, the popup looks as ever. */
export const loadLook = (): Promise<Look> =>
  import('./adoptLook').then(({ adoptLook }) => adoptLook()).catch(() => ({}));

/**
 * Dresses the host in the shop's theme and accent, and for want of these in what the page has. All of it is beneath the
 * page's own `--waver-…`. By CSSOM, which no content policy forbids.
 */
export const dress = (host: HTMLElement, { theme, accent }: Pick<PopupDoor, 'theme' | 'accent'>, look: Look = {}) => {
  const set = (name: string, value = '') => host.style.setProperty(name, value);
  const ground = theme === 'paper' || theme === 'ink' ? theme : look.dark ? 'ink' : 'paper';
  host.dataset.theme = theme === 'outline' ? `${ground} outline` : ground;
  set('--w_own', accent ?? look.accent);
  set('--w_font', look.font);
  if (theme === 'outline' || look.corner === undefined) return;
  const isPill = look.corner === 'pill';
  set('--w_pill', isPill ? '99px' : '');
  // Buttons are 0.625 times as round as their card.
  set('--w_corner', isPill ? '20px' : `min(${look.corner}px*1.6,24px)`);
};
