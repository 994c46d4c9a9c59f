import { vi } from 'vitest';
import type { ClaimAnswer, Popup, PopupContent, PopupDoor, Reason, Showing } from '../../../src/types';
import { openPopup } from '../../../widgets';

/** Monday, 23 November 2026, 10:00:20 in London. */
export const NOW = Date.UTC(2026, 10, 23, 10, 0, 20);

export const delivery: PopupContent = {
  popup: 'delivery-promise',
  window: {
    earliest: '2026-11-25',
    latest: '2026-11-27',
    orderBefore: Date.UTC(2026, 10, 23, 14),
    cutoff: true,
    timeZone: 'Europe/Berlin',
    destination: 'DE',
  },
};

type Given = Partial<Omit<PopupDoor, 'end' | 'answer'>>;

const createDoor = (given: Given) => ({
  locales: ['en-GB'],
  now: () => NOW,
  claim: { url: '', offer: undefined, answered: vi.fn<(answer: ClaimAnswer) => void>() },
  ...given,
  end: vi.fn<PopupDoor['end']>(),
  answer: vi.fn<PopupDoor['answer']>(),
});

const opened: Popup[] = [];

export const closeAll = () => {
  for (const popup of opened.splice(0)) popup.close();
};

export const open = async (content: PopupContent, given: Given = {}, because: Reason[] = []) => {
  const door = createDoor(given);
  const showing: Showing = { campaign: `my-${content.popup}`, intent: null, content, because };
  const popup = await openPopup(showing, door);
  opened.push(popup);
  return { popup, door };
};

export const host = () => document.querySelector<HTMLElement>('waver-popup');

export const part = (name: string, at = 0): HTMLElement => {
  const found = host()?.shadowRoot?.querySelectorAll<HTMLElement>(`[part="${name}"]`)[at];
  if (!found) throw new Error(`no part ${name}`);
  return found;
};

export const parts = (name: string): HTMLElement[] => [
  ...(host()?.shadowRoot?.querySelectorAll<HTMLElement>(`[part="${name}"]`) ?? []),
];

export const text = (name: string): string => part(name).textContent ?? '';

export const press = (key: string, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
