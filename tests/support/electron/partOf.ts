import type { EventEmitter } from 'node:events';

/**
 * Hands a few members of one of Electron's objects out as the whole. They are checked against Electron's declarations, so
 * the stand-in cannot promise what Electron has not; what it leaves out throws when it is touched. With an emitter, the
 * object has its `on`, `once`, `off` and so on too.
 */
export function partOf<Real extends object>(name: string, members: Partial<Real>, emitter?: EventEmitter): Real {
  const whole = new Proxy(members, {
    get(target, key) {
      if (key in target) return Reflect.get(target, key) as unknown;
      if (emitter !== undefined && key in emitter) {
        const member: unknown = Reflect.get(emitter, key);
        return typeof member === 'function' ? (member.bind(emitter) as unknown) : member;
      }
      // Asked by `await` and by whoever prints the object.
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
      throw new Error(`The Electron stand-in has no ${name}.${key}. Add it, or test that on real Electron.`);
    },
  });
  return whole as Real;
}

/** An event whose default can be prevented, as Electron hands it to listeners, with members of its own. */
export function preventable<Members extends object>(
  members: Members,
): Members & { preventDefault(): void; defaultPrevented: boolean } {
  return Object.assign(members, {
    defaultPrevented: false,
    preventDefault(this: { defaultPrevented: boolean }) {
      this.defaultPrevented = true;
    },
  });
}
