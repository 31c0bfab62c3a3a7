CREATE TABLE `checkpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`title` text NOT NULL,
	`project_id` text NOT NULL,
	`date` text NOT NULL,
	`is_done` integer NOT NULL,
	`is_ai_suggested` integer NOT NULL,
	`is_approved` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `checkpoints_date` ON `checkpoints` (`date`,`id`);--> statement-breakpoint
CREATE INDEX `checkpoints_done_date` ON `checkpoints` (`is_done`,`date`,`id`);--> statement-breakpoint
CREATE INDEX `checkpoints_project_date` ON `checkpoints` (`project_id`,`date`,`id`);--> statement-breakpoint
CREATE INDEX `checkpoints_next` ON `checkpoints` (`project_id`,`date`,`id`) WHERE is_done = 0 and is_approved = 1;--> statement-breakpoint
CREATE INDEX `checkpoints_pending` ON `checkpoints` (`date`,`id`) WHERE is_approved = 0;--> statement-breakpoint
CREATE TABLE `clients` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`company` text NOT NULL,
	`color` integer NOT NULL,
	`is_archived` integer NOT NULL,
	`notes` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `clients_created` ON `clients` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `clients_archived_created` ON `clients` (`is_archived`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`task_id` text NOT NULL,
	`author` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_task_created` ON `comments` (`task_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `note_drafts` (
	`note_id` text PRIMARY KEY NOT NULL,
	`base_version` integer NOT NULL,
	`title` text,
	`updated_at` integer NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`title` text NOT NULL,
	`project_id` text,
	`is_pinned` integer NOT NULL,
	`excerpt` text NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notes_updated` ON `notes` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `notes_project_updated` ON `notes` (`project_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `notes_pinned_updated` ON `notes` (`is_pinned`,`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`name` text NOT NULL,
	`client_id` text,
	`color` integer NOT NULL,
	`status` text NOT NULL,
	`is_pinned` integer NOT NULL,
	`archived_at` integer,
	`description` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `projects_created` ON `projects` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `projects_status_created` ON `projects` (`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `projects_client_created` ON `projects` (`client_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `projects_pinned_created` ON `projects` (`is_pinned`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`priority` text NOT NULL,
	`due_date` text,
	`due_time` text,
	`project_id` text,
	`assignees` text NOT NULL,
	`labels` text NOT NULL,
	`sort_order` text NOT NULL,
	`recurrence` text,
	`completed_at` integer,
	`is_ai_suggested` integer NOT NULL,
	`is_approved` integer NOT NULL,
	`client_id` text,
	`is_open` integer NOT NULL,
	`due_sort` text NOT NULL,
	`completed_sort` integer NOT NULL,
	`has_description` integer NOT NULL,
	`comment_count` integer DEFAULT 0 NOT NULL,
	`description` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tasks_open_due` ON `tasks` (`is_open`,`due_sort`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`due_sort`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_status_due` ON `tasks` (`status`,`due_sort`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_status_manual` ON `tasks` (`status`,`sort_order`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_open_manual` ON `tasks` (`is_open`,`sort_order`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_manual` ON `tasks` (`sort_order`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_created` ON `tasks` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_updated` ON `tasks` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_completed` ON `tasks` (`completed_sort`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_project_due` ON `tasks` (`project_id`,`is_open`,`due_sort`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_project_manual` ON `tasks` (`project_id`,`is_open`,`sort_order`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_client_due` ON `tasks` (`client_id`,`is_open`,`due_sort`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_client_manual` ON `tasks` (`client_id`,`is_open`,`sort_order`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_priority_due` ON `tasks` (`priority`,`is_open`,`due_sort`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_priority_manual` ON `tasks` (`priority`,`is_open`,`sort_order`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_pending` ON `tasks` (`due_sort`,`id`) WHERE is_approved = 0;--> statement-breakpoint
CREATE TABLE `briefs` (
	`day` text PRIMARY KEY NOT NULL,
	`brief` text NOT NULL,
	`generated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversations_recent` ON `conversations` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`role` text NOT NULL,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`run_id` text,
	`agent` text,
	`steps` text NOT NULL,
	`sources` text NOT NULL,
	`suggestion_ids` text NOT NULL,
	`provider` text,
	`model` text,
	`input_tokens` integer,
	`output_tokens` integer,
	`fallback_from` text,
	`error` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_id` ON `messages` (`id`);--> statement-breakpoint
CREATE INDEX `messages_of_conversation` ON `messages` (`conversation_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`base_url` text NOT NULL,
	`api_path` text DEFAULT '' NOT NULL,
	`model` text NOT NULL,
	`is_default` integer NOT NULL,
	`key_backend` text,
	`last_test_at` integer,
	`last_test_duration` integer,
	`last_test_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `run_checkpoint_writes` (
	`thread_id` text NOT NULL,
	`checkpoint_ns` text DEFAULT '' NOT NULL,
	`checkpoint_id` text NOT NULL,
	`task_id` text NOT NULL,
	`idx` integer NOT NULL,
	`channel` text NOT NULL,
	`type` text,
	`value` blob,
	PRIMARY KEY(`thread_id`, `checkpoint_ns`, `checkpoint_id`, `task_id`, `idx`),
	FOREIGN KEY (`thread_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `run_checkpoints` (
	`thread_id` text NOT NULL,
	`checkpoint_ns` text DEFAULT '' NOT NULL,
	`checkpoint_id` text NOT NULL,
	`parent_checkpoint_id` text,
	`type` text,
	`checkpoint` blob,
	`metadata` blob,
	PRIMARY KEY(`thread_id`, `checkpoint_ns`, `checkpoint_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `run_events` (
	`run_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`event` text NOT NULL,
	PRIMARY KEY(`run_id`, `sequence`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`message_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`state` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text,
	`started_at` integer NOT NULL,
	`today` text NOT NULL,
	`provider_id` text,
	`fallback_from` text,
	`attempts` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `runs_message` ON `runs` (`message_id`);--> statement-breakpoint
CREATE INDEX `runs_of_conversation` ON `runs` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `runs_by_state` ON `runs` (`state`);--> statement-breakpoint
CREATE TABLE `change_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_name` text,
	`conversation_id` text,
	`at` integer NOT NULL,
	`undoes` text,
	`undone_by` text,
	`reason` text
);
--> statement-breakpoint
CREATE TABLE `counts` (
	`key` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `history` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`change_set_id` text NOT NULL,
	`record_kind` text NOT NULL,
	`record_id` text NOT NULL,
	`project_id` text,
	`title` text NOT NULL,
	`operation` text NOT NULL,
	`suggestion_id` text,
	`before` text,
	`after` text,
	`texts` text,
	FOREIGN KEY (`change_set_id`) REFERENCES `change_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `history_record` ON `history` (`record_kind`,`record_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `history_project` ON `history` (`project_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `history_change_set` ON `history` (`change_set_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `suggestion_moves` (
	`change_set_id` text NOT NULL,
	`suggestion_id` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	PRIMARY KEY(`change_set_id`, `suggestion_id`),
	FOREIGN KEY (`change_set_id`) REFERENCES `change_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `suggestions` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`changes` text NOT NULL,
	`record_kind` text,
	`record_id` text,
	`project_id` text,
	`agent` text NOT NULL,
	`conversation_id` text,
	`run_id` text NOT NULL,
	`source` text,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`reason` text,
	`change_set_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestions_id` ON `suggestions` (`id`);--> statement-breakpoint
CREATE INDEX `suggestions_state` ON `suggestions` (`state`,`sequence`);--> statement-breakpoint
CREATE INDEX `suggestions_project` ON `suggestions` (`project_id`,`state`,`sequence`);--> statement-breakpoint
CREATE INDEX `suggestions_conversation` ON `suggestions` (`conversation_id`,`state`,`sequence`);--> statement-breakpoint
CREATE INDEX `suggestions_record` ON `suggestions` (`record_kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `index_outbox` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `index_outbox_key` ON `index_outbox` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `index_state` (
	`embedder` text PRIMARY KEY NOT NULL,
	`vector_table` text NOT NULL,
	`table_version` integer DEFAULT 0 NOT NULL,
	`is_rebuilding` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `indexed_records` (
	`embedder` text NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`embedder`, `kind`, `id`)
);
--> statement-breakpoint
CREATE TABLE `search_documents` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`project_id` text,
	`title` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_key` ON `search_documents` (`kind`,`id`);