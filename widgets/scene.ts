import type { ComponentChild } from 'preact';
import type { PopupDoor, Showing } from '../src/types';
import type { Words } from './copy/loadWords';

/** What a popup shows just now. A content is a function that sets itself up and returns this face, drawn anew each time. */
export interface Face {
  readonly title: ComponentChild;
  readonly body: ComponentChild;
  /** One is a call to action; several are answers to choose from. */
  readonly actions?: readonly Action[];
  /** What the button that takes it away says. */
  readonly dismiss: string;
}

export interface Action {
  readonly label: string;
  readonly busy?: boolean;
  run(): void;
}

/** What a content may do with its popup. */
export interface Scene {
  readonly words: Words;
  readonly door: PopupDoor;
  readonly showing: Showing;
  readonly host: HTMLElement;
  redraw(): void;
  /** Says how it ended, once, and takes it off the page, unless a last word `stays`. */
  end(outcome: 'accepted' | 'dismissed' | 'expired', stays?: 'stays'): void;
  /** From now on, closing says nothing more. */
  settle(): void;
  listen(target: EventTarget, type: string, listener: (event: Event) => void): void;
  onClose(stop: () => void): void;
}
