import { beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from '../../../widgets/render';

let stage: HTMLElement;
beforeEach(() => {
  stage = document.createElement('div');
  document.body.replaceChildren(stage);
});
const one = (selector: string) => stage.querySelector(selector) as HTMLElement;

describe('what is described again stays', () => {
  test('at the same place, whatever comes and goes before it', () => {
    const draw = (more: boolean) =>
      render(
        <>
          {more && <p>new</p>}
          text
          <input defaultValue="a" />
        </>,
        stage,
      );
    draw(false);
    const input = one('input') as HTMLInputElement;
    input.value = 'typed';
    input.focus();
    draw(true);
    expect(stage.textContent).toBe('newtext');
    expect(one('input')).toBe(input);
    expect(input.value).toBe('typed');
    expect(document.activeElement).toBe(input);
    draw(false);
    expect(one('p')).toBe(null);
    expect(document.activeElement).toBe(input);
  });

  test('by the same key, in another order', () => {
    const draw = (...keys: string[]) =>
      render(
        <ul>
          {keys.map((key) => (
            <li key={key}>{key}</li>
          ))}
          <li>last</li>
        </ul>,
        stage,
      );
    draw('a', 'b', 'c');
    const [a, b, c, last] = [...stage.querySelectorAll('li')];
    draw('c', 'a', 'd');
    const now = [...stage.querySelectorAll('li')];
    expect(now.map((li) => li.textContent)).toEqual(['c', 'a', 'd', 'last']);
    expect([now[0], now[1], now[3]]).toEqual([c, a, last]);
    expect(b?.isConnected).toBe(false);
  });

  test('two of one key are two', () => {
    const draw = () =>
      render(
        ['x', 'x'].map((key) => <b key={key}>{key}</b>),
        stage,
      );
    draw();
    const before = [...stage.children];
    draw();
    expect(before).toHaveLength(2);
    expect([...stage.children]).toEqual(before);
  });

  test('of another name it is another', () => {
    render(<b>x</b>, stage);
    render(<i>x</i>, stage);
    expect(stage.innerHTML).toBe('<i>x</i>');
    render(null, stage);
    expect(stage.innerHTML).toBe('');
  });
});

describe('attributes', () => {
  const draw = (props: object) => render(<button type="button" {...props} />, stage);

  test.each<[string, object, string, string | null]>([
    ['no is not there', { hidden: false }, 'hidden', null],
    ['yes is there', { hidden: true }, 'hidden', ''],
    ['of a word', { lang: 'de' }, 'lang', 'de'],
    ['of a number', { tabIndex: -1 }, 'tabindex', '-1'],
    ['aria says no', { 'aria-expanded': false }, 'aria-expanded', 'false'],
    ['aria says yes', { 'aria-expanded': true }, 'aria-expanded', 'true'],
    ['what is not known', { 'aria-invalid': undefined }, 'aria-invalid', null],
  ])('%s', (_, props, name, value) => {
    draw(props);
    expect(one('button').getAttribute(name)).toBe(value);
    draw({});
    expect(one('button').hasAttribute(name)).toBe(false);
  });

  test('text is text', () => {
    const bad = '"><img src=x onerror=alert(1)>';
    render(<p title={bad}>{bad}</p>, stage);
    expect(stage.querySelectorAll('img')).toHaveLength(0);
    expect([one('p').title, one('p').textContent]).toEqual([bad, bad]);
  });
});

test('the listener of just now hears each event once', () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const draw = (run?: () => void) =>
    render(
      <button type="button" onClick={run}>
        x
      </button>,
      stage,
    );
  draw(first);
  one('button').click();
  draw();
  one('button').click();
  draw(second);
  one('button').click();
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
});

test('an element is handed out to whoever asks for it', () => {
  const ref = vi.fn();
  const Inside = ({ name }: { name: string }) => <b ref={ref}>{name}</b>;
  render(<Inside name="x" />, stage);
  expect(ref).toHaveBeenCalledWith(one('b'));
});
