import { describe, expect, test, vi } from 'vitest';
import { createGuard } from '../../src/browser/guard';

const given = () => {
  const report = vi.fn<(error: unknown) => void>();
  const giveUp = vi.fn();
  return { report, giveUp, guard: createGuard(report, giveUp) };
};
const fail = () => {
  throw new Error('ours');
};

test('passes arguments in and the result out', () => {
  const { guard, report } = given();
  expect(guard((a: number, b: number) => a + b)(1, 2)).toBe(3);
  expect(report).not.toHaveBeenCalled();
});

test('reports what is thrown, and throws nothing', () => {
  const { guard, report } = given();
  expect(guard(fail)()).toBeUndefined();
  expect(report).toHaveBeenCalledExactlyOnceWith(new Error('ours'));
});

test('reports what is rejected, without the page seeing it', async () => {
  const { guard, report } = given();
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  guard(async () => fail())();
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce());
  await new Promise((done) => setTimeout(done, 5));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

describe('giving up', () => {
  test('comes with the fifth error of them all together, and once', async () => {
    const { guard, report, giveUp } = given();
    const other = guard(async () => fail());
    guard(fail)();
    guard(fail)();
    other()?.catch(() => {});
    guard(fail)();
    await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(4));
    expect(giveUp).not.toHaveBeenCalled();
    guard(fail)();
    expect(giveUp).toHaveBeenCalledOnce();
    for (let i = 0; i < 10; i++) guard(fail)();
    expect(giveUp).toHaveBeenCalledOnce();
  });

  test('is not counted up by what works', () => {
    const { guard, giveUp } = given();
    for (let i = 0; i < 20; i++) guard(() => i)();
    for (let i = 0; i < 4; i++) guard(fail)();
    expect(giveUp).not.toHaveBeenCalled();
  });
});
