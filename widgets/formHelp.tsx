import type { Refusal } from '../src/types';
import { enFormHelp } from './copy/enFormHelp';
import { describeField } from './describeField';
import { expectation } from './expectation';
import { fieldExample } from './fieldExample';
import { fill } from './fill';
import { day } from './format';
import { own } from './own';
import type { Face, Scene } from './scene';
import { standBeside } from './standBeside';
import { watchField } from './watchField';

/** Help with the very field that was refused: what it takes, and one text it would take. */
export const formHelp = (scene: Scene, refusal: Refusal): (() => Face) => {
  const { door, end } = scene;
  const field = describeField(refusal, door.anchor);
  const found = fieldExample(field);
  const face = (): Face => {
    const { locale, copy: said } = scene.words;
    const copy = { ...enFormHelp, ...said };
    const name = field.label || own(copy.fields, field.autocomplete ?? '');
    // A date field shows dates as the shopper writes them.
    const example = found && field.input === 'date' ? day(locale, found) : found;
    return {
      title: name ? fill(copy.helpTitle, { field: <bdi>{name}</bdi> }) : copy.helpThis,
      body: (
        <>
          {expectation(field, copy, locale).map((line) => (
            <p dir="auto">{line}</p>
          ))}
          {example && <p class="example">{fill(copy.helpExample, { n: <bdi>{example}</bdi> })}</p>}
        </>
      ),
      actions: [{ label: copy.helpAction, run: () => end('accepted') }],
      dismiss: copy.close,
    };
  };
  if (!door.anchor) return face;
  watchField(scene, door.anchor);
  const stand = standBeside(scene, door.anchor);
  return () => {
    stand();
    return face();
  };
};
