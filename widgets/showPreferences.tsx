import type { ComponentChild } from 'preact';
import type { Popup, Preference, PreferencesDoor } from '../src/types';
import { action } from './action';
import { ask as parts } from './ask';
import type { Asked } from './askWords';
import { enPreferences } from './copy/enPreferences';
import { loadWords, type Words } from './copy/loadWords';
import { createHost } from './createHost';
import { directionOf } from './directionOf';
import { type Editing, editAnswer } from './editAnswer';
import type { Look } from './look';
import { own } from './own';
import { Pause } from './Pause';
import { render } from './render';
import { sayTaken } from './sayTaken';
import { style } from './style';
import { Told } from './Told';
import { takeFile } from './takeFile';
import { YourData } from './YourData';

const { askNote, askStyle, askWords, enAsk } = parts;

const css = `
dialog{width:min(560px,100% - 32px)}
dialog[open]{display:flex;flex-direction:column;overflow:hidden}
dialog>.body{margin-inline:-20px;padding:0 20px 4px;overflow:auto;overscroll-behavior:contain}
@media (max-width:480px){dialog>.body{margin-inline:-16px;padding-inline:16px}}
dialog .foot{position:static;flex:none}
h3{margin-top:20px;font-size:1em}
.file{position:relative}
.file:focus-within{outline:2px solid var(--w_ink);outline-offset:2px}
summary{margin-top:12px;padding:10px 0;font-weight:600;cursor:pointer}
.item{display:flex;flex-wrap:wrap;align-items:start;gap:8px 16px;padding:16px 0;border-bottom:1px solid var(--w_rule)}
.item>:first-child{flex:1 1 14em}
.do{display:flex;flex-wrap:wrap;gap:8px}
.edit{flex:1 1 100%}
fieldset{min-width:0;border:0}
.foot [role=status]{flex:1 1 100%;font-size:.9375em}
:host([data-place=inline]) .card{position:static;width:auto;max-height:none}
`;

/** A link to data needs no blob and no permission, and a download is no navigation: any content policy lets it pass. */
const save = (text: string) => {
  const link = document.createElement('a');
  link.href = `data:application/json,${encodeURIComponent(text)}`;
  link.download = 'waver.json';
  link.click();
};

/** What the shopper told: to see, change, take along and have forgotten. Asked for by the shopper, so it may take the focus. */
export const showPreferences = (
  preferences: readonly Preference[],
  first: Words,
  door: PreferencesDoor,
  look: Look,
): Popup => {
  const { host, root, stage, show } = createHost('preferences', null, door, look, 'dialog');
  style(root, door.nonce, askStyle + css);
  const inWords = (words: Words) => ({
    words,
    locale: words.locale,
    copy: { ...enAsk, ...enPreferences, ...words.copy },
  });
  let { words, locale, copy } = inWords(first);
  let { locales } = door;
  let turn = 0;
  const cameFrom = document.activeElement as HTMLElement | null;
  let kept = preferences;
  let muted = door.mutedUntil;
  let isOpen = true;
  let isErasing = false;
  /** The question that is being answered. */
  let editing: Editing | undefined;
  let message: ComponentChild;
  /** In a slot of the page it is a part of it: it takes neither the focus nor the page. */
  const isInline = host.dataset.place === 'inline';

  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    document.removeEventListener('keydown', onKey);
    render(null, stage);
    host.remove();
    if (!isInline) cameFrom?.focus?.({ preventScroll: true });
    door.closed();
  };
  // A modal dialog closes on Escape by itself; this is for browsers without one.
  const onKey = (event: KeyboardEvent) =>
    event.key === 'Escape' &&
    !event.isComposing &&
    !event.defaultPrevented &&
    (!isInline || root.activeElement) &&
    close();

  /** Draws, says what has happened, and leads the keyboard on where what had the focus is gone. */
  const go = (id: string, text?: ComponentChild) => {
    if (!isOpen) return;
    message = text;
    draw();
    root.getElementById(id)?.focus();
  };

  const edit = (about: Asked) => {
    const { key } = about.question;
    const done = (now: Preference) => {
      kept = before ? kept.map((one) => (one.key === key ? now : one)) : [...kept, now];
      editing = undefined;
      go(`do-${key}`, copy.saved);
    };
    const before = kept.find((one) => one.key === key);
    const now = () => askWords(about.question, words, locales) ?? about;
    editing = editAnswer(now, before, { words: () => words, door, redraw: () => draw(), done });
    go('');
    editing.control.focus();
  };

  /** What can be done with a question, or the question itself once it is answered here. */
  const doing = (key: string, title: string, about: Asked | undefined, verb: string, more?: ComponentChild) =>
    editing?.about().question.key === key ? (
      <div class="edit">
        {editing.control.draw()}
        {askNote(editing.about(), words)}
        <div class="row">
          {action(copy.save, editing.submit, { class: 'main' })}
          {action(copy.cancel, () => {
            editing = undefined;
            go(`do-${key}`);
          })}
        </div>
      </div>
    ) : (
      <div class="do">
        {about && action(verb, () => edit(about), { id: `do-${key}`, 'aria-label': `${verb}: ${title}` })}
        {more}
      </div>
    );

  const answered = (one: Preference) => {
    const { key, question } = one;
    const about = askWords(own(door.ask.questions, key), words, locales);
    const forget = () => {
      door.forget(key);
      kept = kept.filter((other) => other !== one);
      if (editing?.about().question.key === key) editing = undefined;
      go('title', copy.forgotten);
    };
    return (
      <Told key={key} one={one} about={about} copy={copy} locale={locale}>
        {doing(
          key,
          question,
          about,
          copy.change,
          action(copy.forget, forget, { 'aria-label': `${copy.forget}: ${question}` }),
        )}
      </Told>
    );
  };

  const unanswered = (about: Asked) => {
    const { key } = about.question;
    return (
      <div key={key} class="item">
        <div lang={about.locale}>
          <p id={`told-${key}`} dir="auto">
            {about.title}
          </p>
          {about.benefit && (
            <p class="small" dir="auto">
              {about.benefit}
            </p>
          )}
        </div>
        {doing(key, about.title, about, copy.answer)}
      </div>
    );
  };

  const erase = async () => {
    try {
      await door.erase();
    } catch {
      // What is not gone stands there as before.
      return askErase(false);
    }
    kept = [];
    muted = 0;
    isErasing = false;
    editing = undefined;
    go('title', copy.erased);
  };
  const askErase = (ask: boolean) => {
    isErasing = ask;
    go(ask ? 'sure' : 'erase');
  };
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const read = await takeFile(file, door);
    // The same file may be chosen again.
    input.value = '';
    if (read) kept = read.kept;
    go('import', sayTaken(read, copy, locale));
  };
  const pause = (until: number) => {
    muted = until;
    door.mute(until);
    if (until) go('');
    else go('pause', copy.resumed);
  };

  const draw = () => {
    const open = Object.values(door.ask.questions)
      .filter(({ key }) => !kept.some((one) => one.key === key))
      .map((question) => askWords(question, words, locales))
      .filter((about) => about !== undefined);
    render(
      <dialog
        part="dialog"
        class="card"
        aria-labelledby="title"
        lang={locale}
        dir={directionOf(locale)}
        onClose={close}
      >
        <h2 id="title" part="title" tabIndex={-1}>
          {copy.prefsTitle}
        </h2>
        <div part="body" class="body">
          {!kept.length && <p>{copy.prefsEmpty}</p>}
          {kept.map(answered)}
          {open.length > 0 && (
            <details>
              <summary>{copy.more}</summary>
              {open.map(unanswered)}
            </details>
          )}
          <Pause copy={copy} words={words} until={muted} pause={pause} />
          <YourData
            copy={copy}
            any={kept.length > 0}
            isErasing={isErasing}
            save={() => door.json().then(save)}
            take={take}
            ask={askErase}
            erase={erase}
          />
        </div>
        <div class="row foot">
          <div role="status">{message}</div>
          <button type="button" part="dismiss" class="main" onClick={close}>
            {copy.close}
          </button>
        </div>
      </dialog>,
      stage,
    );
  };

  document.addEventListener('keydown', onKey);
  draw();
  show();
  return {
    close,
    async setLocales(tags) {
      const mine = ++turn;
      const next = await loadWords(tags, true);
      if (mine !== turn || !isOpen) return;
      ({ words, locale, copy } = inWords(next));
      locales = tags;
      // What was said stands in the other language.
      message = undefined;
      draw();
    },
  };
};
