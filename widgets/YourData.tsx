import type { VNode } from 'preact';
import { action } from './action';
import type { enPreferences } from './copy/enPreferences';

interface Props {
  readonly copy: typeof enPreferences;
  /** Is there anything to take along? */
  readonly any: boolean;
  /** Is it being asked whether all shall be forgotten? */
  readonly isErasing: boolean;
  save(): void;
  take(input: HTMLInputElement): void;
  ask(isErasing: boolean): void;
  erase(): void;
}

/** To take along, to bring along, and to have all forgotten: asked once more, and No is as easy as Yes. */
export const YourData = ({ copy, any, isErasing, save, take, ask, erase }: Props): VNode => (
  <section aria-labelledby="data">
    <h3 id="data">{copy.data}</h3>
    {isErasing ? (
      <fieldset id="sure" aria-labelledby="ask" tabIndex={-1}>
        <p id="ask">{copy.eraseAsk}</p>
        <div class="row">
          {action(copy.erase, erase)}
          {action(copy.eraseKeep, () => ask(false))}
        </div>
      </fieldset>
    ) : (
      <div class="row">
        {any && action(copy.export, save)}
        <label part="action" class="go file">
          {copy.import}
          <input
            id="import"
            type="file"
            class="sr"
            accept="application/json,.json"
            onChange={(event) => take(event.currentTarget)}
          />
        </label>
        {action(copy.erase, () => ask(true), { id: 'erase' })}
      </div>
    )}
  </section>
);
