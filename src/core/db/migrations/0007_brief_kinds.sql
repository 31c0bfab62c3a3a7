CREATE TABLE `brief_dismissals` (
	`section` text NOT NULL,
	`record_kind` text NOT NULL,
	`record_id` text NOT NULL,
	`dismissed_at` integer NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`section`, `record_kind`, `record_id`)
);
--> statement-breakpoint
CREATE TABLE `brief_schedule` (
	`kind` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `__new_briefs` (
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`brief` text NOT NULL,
	`generated_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `day`)
);
--> statement-breakpoint
-- Until now each was the brief of a day.
INSERT INTO `__new_briefs` (`kind`, `day`, `brief`, `generated_at`) SELECT 'day', `day`, `brief`, `generated_at` FROM `briefs`;
--> statement-breakpoint
DROP TABLE `briefs`;
--> statement-breakpoint
ALTER TABLE `__new_briefs` RENAME TO `briefs`;
--> statement-breakpoint
CREATE INDEX `briefs_recent` ON `briefs` (`generated_at`);
