import { vi } from 'vitest';
import { checkAnswer } from '../../../src/core/checkAnswer';
import { nextQuestion } from '../../../src/core/nextQuestion';
import { own } from '../../../src/core/own';
import { questions as ready } from '../../../src/core/questions';
import type {
  AnswerValue,
  AskDoor,
  CampaignCopy,
  ClaimAnswer,
  Popup,
  PopupContent,
  PopupDoor,
  PreferencesDoor,
  Question,
  Reason,
  Showing,
} from '../../../src/types';
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

/** Questions as the tag hands them in: these and no others, tried and followed by the real rules. */
export const askDoor = (
  questions: Readonly<Record<string, Question>> = ready,
  known: Readonly<Record<string, AnswerValue>> = {},
) => {
  const answered: Record<string, AnswerValue> = { ...known };
  return {
    questions,
    known,
    check: vi.fn<AskDoor['check']>((key, raw) => {
      const question = own(questions, key);
      if (!question) throw new Error(`no question ${key}`);
      return checkAnswer(question, raw, { locale: 'en', today: '2026-11-23' });
    }),
    answer: vi.fn<AskDoor['answer']>(({ key, value }) => {
      answered[key] = value;
    }),
    next: vi.fn<AskDoor['next']>((key, value) => nextQuestion(questions, key, value, answered)),
  };
};

type Given = Partial<Omit<PopupDoor, 'end' | 'ask'>> & { readonly ask?: ReturnType<typeof askDoor> };

const createDoor = (given: Given) => ({
  locales: ['en-GB'],
  now: () => NOW,
  claim: { url: '', offer: undefined, answered: vi.fn<(answer: ClaimAnswer) => void>() },
  ...given,
  ask: given.ask ?? askDoor(),
  end: vi.fn<PopupDoor['end']>(),
});

/** What the preference centre may do to the world. */
export const centreDoor = (
  locales: readonly string[] = ['en-GB'],
  given: { readonly ask?: ReturnType<typeof askDoor>; readonly mutedUntil?: number } = {},
) => ({
  locales,
  ask: askDoor(),
  mutedUntil: 0,
  ...given,
  forget: vi.fn<PreferencesDoor['forget']>(),
  erase: vi.fn<PreferencesDoor['erase']>(),
  read: vi.fn<PreferencesDoor['read']>(async () => ({ taken: 0, refused: [] })),
  mute: vi.fn<PreferencesDoor['mute']>(),
  json: vi.fn<PreferencesDoor['json']>(async () => '[]'),
  closed: vi.fn<PreferencesDoor['closed']>(),
});

const opened: Popup[] = [];

export const closeAll = () => {
  for (const popup of opened.splice(0)) popup.close();
};

export const open = async (
  content: PopupContent,
  given: Given = {},
  because: Reason[] = [],
  copy?: CampaignCopy,
  locale?: string,
  more: Pick<Showing, 'place' | 'asked'> = {},
) => {
  const door = createDoor(given);
  const showing: Showing = { campaign: `my-${content.popup}`, intent: null, content, because, copy, locale, ...more };
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
