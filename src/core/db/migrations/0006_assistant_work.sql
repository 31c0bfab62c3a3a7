DROP INDEX `conversations_recent`;--> statement-breakpoint
ALTER TABLE `conversations` ADD `titled_by` text DEFAULT 'question' NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `is_pinned` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_recent` ON `conversations` (`is_pinned`,`updated_at`,`id`);--> statement-breakpoint
ALTER TABLE `messages` ADD `attachments` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `fallbacks` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `providers` ADD `small_model` text;--> statement-breakpoint
ALTER TABLE `providers` ADD `timeout` integer;--> statement-breakpoint
ALTER TABLE `providers` ADD `fallback_order` integer;--> statement-breakpoint
ALTER TABLE `providers` ADD `capabilities` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `fallbacks` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `pinned_agent` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `chosen_model` text;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `fingerprint` text;--> statement-breakpoint
CREATE INDEX `suggestions_fingerprint` ON `suggestions` (`fingerprint`,`state`);--> statement-breakpoint
-- Who failed before the answer is a list now, each with its reason, which the run's events know.
UPDATE `messages` SET `fallbacks` = json_array(json_object(
  'provider', `fallback_from`,
  'code', coalesce((
    SELECT json_extract(`event`, '$.code') FROM `run_events`
    WHERE `run_events`.`run_id` = `messages`.`run_id` AND json_extract(`event`, '$.type') = 'fellBack' LIMIT 1
  ), 'providerFailed')
)) WHERE `fallback_from` IS NOT NULL;
--> statement-breakpoint
-- A run that fell back was the offline provider's; now it says so itself.
UPDATE `runs` SET
  `fallbacks` = json_array(json_object('providerId', `provider_id`, 'provider', `fallback_from`, 'code', 'providerFailed')),
  `provider_id` = NULL
WHERE `fallback_from` IS NOT NULL;
--> statement-breakpoint
ALTER TABLE `messages` DROP COLUMN `fallback_from`;
--> statement-breakpoint
ALTER TABLE `runs` DROP COLUMN `fallback_from`;
--> statement-breakpoint
-- Conversations are found by what was said in them.
CREATE VIRTUAL TABLE `message_text` USING fts5(
  content,
  content = 'messages',
  content_rowid = 'sequence',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '2 3'
);
--> statement-breakpoint
INSERT INTO `message_text` (`message_text`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO `message_text` (`message_text`) VALUES ('rebuild');
--> statement-breakpoint
CREATE TRIGGER `message_text_insert` AFTER INSERT ON `messages` BEGIN
  INSERT INTO `message_text` (`rowid`, `content`) VALUES (new.`sequence`, new.`content`);
END;
--> statement-breakpoint
CREATE TRIGGER `message_text_delete` AFTER DELETE ON `messages` BEGIN
  INSERT INTO `message_text` (`message_text`, `rowid`, `content`) VALUES ('delete', old.`sequence`, old.`content`);
END;
--> statement-breakpoint
CREATE TRIGGER `message_text_update` AFTER UPDATE OF `content` ON `messages` BEGIN
  INSERT INTO `message_text` (`message_text`, `rowid`, `content`) VALUES ('delete', old.`sequence`, old.`content`);
  INSERT INTO `message_text` (`rowid`, `content`) VALUES (new.`sequence`, new.`content`);
END;
