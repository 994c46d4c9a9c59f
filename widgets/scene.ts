import type { ComponentChild } from 'preact';
import type { PopupDoor, Showing } from '../src/types';
import type { Words } from './copy/loadWords';

/** What a popup shows just now. A content is a function that sets itself up and returns this face, drawn anew each time. */
export interface Face {
  readonly title: ComponentChild;
  readonly body: ComponentChild;
  /** What is to be filled in, between the body and the actions. */
  readonly form?: ComponentChild;
  /** One is a call to action; several are answers to choose from. */
  readonly actions?: readonly Action[];
  /** More to see than a sentence or two: on a phone it may stand higher. */
  readonly tall?: boolean;
  /** What the button that takes it away says. */
  readonly dismiss: string;
}

export interface Action {
  /** A button of another key is another button: it does not inherit the focus. */
  readonly key?: string;
  readonly label: ComponentChild;
  /** Where it leads: an address that is safe to go to. */
  readonly link?: string;
  readonly busy?: boolean;
  run(): void;
}

/** What a content may do with its popup. */
export interface Scene {
  /** To be read anew at each draw, as the languages are: the shopper may switch while the popup is open. */
  readonly words: Words;
  readonly locales: readonly string[];
  readonly door: PopupDoor;
  readonly showing: Showing;
  readonly host: HTMLElement;
  redraw(): void;
  /** Says how it ended, once, and takes it off the page, unless a last word `stays`. */
  end(outcome: 'accepted' | 'dismissed' | 'expired' | 'answered', stays?: 'stays'): void;
  /** From now on, who closes it has answered. */
  answered(): void;
  listen(target: EventTarget, type: string, listener: (event: Event) => void): void;
  onClose(stop: () => void): void;
}
