CREATE TABLE `note_recoveries` (
	`note_id` text NOT NULL,
	`writer` text NOT NULL,
	`base_version` integer NOT NULL,
	`kept_in` text NOT NULL,
	`kept_version` integer NOT NULL,
	`recovered_at` integer NOT NULL,
	PRIMARY KEY(`note_id`, `writer`),
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kept_in`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `note_recoveries_kept_in` ON `note_recoveries` (`kept_in`);--> statement-breakpoint
CREATE TABLE `__new_note_drafts` (
	`note_id` text NOT NULL,
	`writer` text NOT NULL,
	`base_version` integer NOT NULL,
	`title` text,
	`updated_at` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`note_id`, `writer`),
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_note_drafts`("note_id", "writer", "base_version", "title", "updated_at", "content") SELECT "note_id", '', "base_version", "title", "updated_at", "content" FROM `note_drafts`;--> statement-breakpoint
DROP TABLE `note_drafts`;--> statement-breakpoint
ALTER TABLE `__new_note_drafts` RENAME TO `note_drafts`;
