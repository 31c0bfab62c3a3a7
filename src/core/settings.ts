import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Settings, settingsSchema, settingsUpdateSchema } from '../contracts/settings.ts';
import type { Database } from './db/openDatabase.ts';
import type { EventBus } from './events.ts';
import type { SettingsService } from './workspace.ts';

/** One row per setting that was ever changed. `value` is JSON. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
});

/** Settings of the workspace. They are no records: they have no history and are not undone. */
export function createSettings(database: Database, events: Pick<EventBus, 'emit'>): SettingsService {
  const { sqlite } = database;
  const selectAll = sqlite.prepare<[], { key: string; value: string }>('select key, value from settings');
  const put = sqlite.prepare<[string, string]>(
    'insert into settings (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  );

  function get(): Settings {
    const stored = Object.fromEntries(selectAll.all().map(({ key, value }) => [key, readJson(value)]));
    const parsed = settingsSchema.safeParse(stored);
    if (parsed.success) return parsed.data;
    // A value that an older or newer version wrote and this one does not know falls back to its default alone.
    const readable = Object.entries(stored).filter(
      ([key, value]) => settingsUpdateSchema.safeParse({ [key]: value }).success,
    );
    return settingsSchema.parse(Object.fromEntries(readable));
  }

  return {
    get,
    update(input) {
      const changed = Object.entries(settingsUpdateSchema.parse(input)).filter(([, value]) => value !== undefined);
      database.transaction(() => {
        for (const [key, value] of changed) put.run(key, JSON.stringify(value));
        if (changed.length > 0) database.afterCommit(() => events.emit({ type: 'settingsChanged' }));
      });
      return get();
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
