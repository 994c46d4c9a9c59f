import { OPEN, opine, type Source, type SourceParts } from '../opinion';
import { allNamed } from './named';

interface Service {
  readonly name: string;
  readonly purposes?: readonly string[];
}
interface Manager {
  readonly confirmed?: boolean;
  readonly consents?: Readonly<Record<string, boolean>>;
  /** `consents` is what the switches show just now, this is what was saved. */
  readonly savedConsents?: Readonly<Record<string, boolean>>;
  readonly config?: { readonly services?: readonly Service[]; readonly apps?: readonly Service[] };
  watch?(watcher: object): void;
  unwatch?(watcher: object): void;
}

/** Klaro. A purpose is granted when all services that name it are. https://klaro.org */
export const watchKlaro = ({ changed }: SourceParts): Source => {
  const watcher = { update: () => changed() };
  let bound: Manager | undefined;
  return {
    read() {
      const { klaro } = window as { klaro?: { getManager?(): Manager } };
      if (!klaro) return;
      // Before Klaro has put itself into the page, asking for its manager would make one.
      if (!klaro.getManager || !document.querySelector('#klaro,.klaro')) return OPEN;
      const manager = klaro.getManager();
      if (manager !== bound) {
        bound?.unwatch?.(watcher);
        bound = manager;
        manager.watch?.(watcher);
      }
      const { config, confirmed, consents, savedConsents = consents } = manager;
      const things = (config?.services ?? config?.apps ?? []).map(
        ({ name, purposes }) => [purposes, savedConsents?.[name]] as const,
      );
      return opine(
        (purpose) => confirmed === true && allNamed(purpose, things),
        (purpose) => confirmed === true && allNamed(purpose, things) === false,
      );
    },
    stop: () => bound?.unwatch?.(watcher),
  };
};
