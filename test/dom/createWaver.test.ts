import { expect, test, vi } from 'vitest';
import { createWaver } from '../../src/index';

vi.mock('../../src/mind', () => {
  throw new Error('blocked');
});

test('an option that could not be taken, and the file that would explain it is blocked: said, and no error of the page', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const waver = createWaver({ threshold: 'much' as never });
  await vi.waitFor(() => expect(warn).toHaveBeenCalledWith('[waver] mind.js', expect.anything()));
  await new Promise((done) => setTimeout(done, 5));
  waver.stop();
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
